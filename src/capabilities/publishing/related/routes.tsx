import { type FormFields, fieldText } from '../../../platform/form-fields.ts'
import { html, type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import type { FormError } from '../../../ui/index.ts'
import { type Document, documentLabel, documentMissing, findDocument } from '../../documents/index.ts'
import { crumbsOf } from '../crumbs.ts'
import { beginRelated, type Derivation, typesToFinish } from './begin-related.ts'
import { RelatedPage } from './related.page.tsx'
import { derivationValues, explainRelated } from './related.text.ts'

const publishing = { permission: 'documents.publish' } as const
const path = '/documentos/:numero/publicacao-relacionada'

/** Documents made to correct what was published, or to finish what another unit wrote. */
export function relatedRoutes(router: Router): void {
  router.page(path, publishing, async (visit) => {
    const original = await find(visit)
    if (!original) return documentMissing(visit)
    const [only] = original.publication?.isPublished ? ['retificacao'] : ['versao-final']
    return relatedPage(visit, original, { como: only }, [])
  })

  router.act(path, publishing, async (visit) => {
    const original = await find(visit)
    if (!original) return notFound
    const as = derivationOf(fieldText(visit.form, 'como'))
    if (!as)
      return relatedPage(visit, original, visit.form, [{ field: 'como', message: 'Escolha o que vai ser feito.' }])
    const typed = fieldText(visit.form, 'tipo')
    const typeId = /^\d{1,18}$/.test(typed) ? typed : undefined
    const outcome = await beginRelated(visit.db, visit.actor, { number: original.number, as, typeId }, visit.now)
    if (!outcome) return notFound
    if (outcome.done) return redirect(visit.href(`/documentos/${outcome.value.number}`))
    return relatedPage(visit, original, visit.form, outcome.refusals.map(explainRelated))
  })
}

function derivationOf(value: string): Derivation | undefined {
  return Object.entries(derivationValues).find(([name]) => name === value)?.[1]
}

async function find(visit: InnerVisit): Promise<Document | undefined> {
  const document = await findDocument(visit.db, visit.actor, visit.param('numero'), 'reading', visit.now)
  return document && document.readRefusals.length === 0 ? document : undefined
}

async function relatedPage(visit: InnerVisit, original: Document, fields: FormFields, problems: readonly FormError[]) {
  const published = original.publication?.isPublished === true
  const types = published ? [] : await typesToFinish(visit.db, visit.actor)
  return html(
    <RelatedPage
      page={visit.page}
      formKeys={visit.formKeys}
      breadcrumb={crumbsOf(visit, original, published ? 'Publicação relacionada' : 'Versão final')}
      action={visit.href(`/documentos/${original.number}/publicacao-relacionada`)}
      backHref={visit.href(`/documentos/${original.number}`)}
      label={documentLabel(original)}
      {...{ published, types, fields, problems }}
    />,
    problems.length > 0 ? 422 : 200,
  )
}
