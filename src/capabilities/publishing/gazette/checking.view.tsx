import { type Answer, html, type InnerVisit } from '../../../platform/http/index.ts'
import type { FormError } from '../../../ui/index.ts'
import { type Document, documentLabel } from '../../documents/index.ts'
import { crumbsOf } from '../crumbs.ts'
import type { Publication } from '../publishing/publication.ts'
import { CheckingPage } from './checking.page.tsx'
import { compareMatter } from './compare-printed.ts'
import { selectPrinted } from './comparison.queries.ts'
import { matterOf } from './matter-of.ts'

/** What was printed beside what was sent, and the form that brings it. */
export async function checkingPage(
  visit: InnerVisit,
  { document, publication }: { readonly document: Document; readonly publication: Publication },
  back?: { readonly typed: string; readonly problems: readonly FormError[] },
): Promise<Answer> {
  const [printed, matter] = await Promise.all([
    selectPrinted(visit.db, publication.id),
    matterOf(visit.db, document, publication),
  ])
  const here = visit.href(`/documentos/${document.number}/publicacao`)
  return html(
    <CheckingPage
      page={visit.page}
      formKeys={visit.formKeys}
      breadcrumb={crumbsOf(visit, document, 'Conferir o texto publicado')}
      label={documentLabel(document)}
      here={here}
      errataHref={visit.href(`/documentos/${document.number}/publicacao-relacionada`)}
      saved={visit.query('feito') === 'sim'}
      comparison={matter && printed !== undefined ? compareMatter(matter, printed) : undefined}
      typed={back?.typed ?? ''}
      problems={back?.problems ?? []}
    />,
    back ? 422 : 200,
  )
}
