import type { FieldProblem } from '../../../platform/form-fields.ts'
import { type Answer, html, type InnerVisit } from '../../../platform/http/index.ts'
import { countPages } from '../../../platform/page-pictures/index.ts'
import { type Document, documentLabel } from '../document.ts'
import { documentAddresses } from '../document-addresses.ts'
import { startingLevel } from '../drafting/routes.tsx'
import { offerLevels } from '../level/check-level.ts'
import type { LevelTyped } from '../level/level.form.ts'
import { atAPath } from '../reading/at-a-path.ts'
import { RefusedPage } from '../refused.page.tsx'
import { refusalsOfFile } from './keep-stripes.ts'
import { type StripeTyped, tellPerCent } from './stripe.form.ts'
import { StripingPage } from './striping.page.tsx'
import { selectStriping } from './striping.queries.ts'
import { explainStriping, explainTrouble } from './striping.text.ts'
import type { KeptStripe } from './striping.ts'

/** What came back with the form, where something has to be mended. */
export interface StripingTyped {
  readonly stripe?: StripeTyped
  readonly changing?: string
  readonly level?: LevelTyped
  readonly problems?: readonly FieldProblem[]
  readonly refusals?: readonly string[]
  readonly shownPage?: number
}

/** Whether the version with stripes of this document is one of pictures. */
export function isPdf({ kind, file }: Document): boolean {
  return kind === 'uploaded' && file?.extension === 'pdf'
}

/** The pages of a PDF with the stripes that this person lays over them; where it cannot be, a page that says why. */
export async function stripingPage(
  visit: InnerVisit,
  original: Document,
  { shownPage, ...typed }: StripingTyped = {},
): Promise<Answer> {
  const at = documentAddresses(visit)
  const here = at.document(original.number)
  const breadcrumb = [
    ...at.crumbs(original.caseFile),
    { label: documentLabel(original), href: here },
    { label: 'Versão com tarjas' },
  ]
  const pages = await pagesOf(visit, original)
  if (typeof pages !== 'number') {
    const props = { title: 'Versão com tarjas', breadcrumb, refusals: pages, backHref: here }
    return html(<RefusedPage page={visit.page} {...props} />, 409)
  }
  const [striping, levels] = await Promise.all([
    selectStriping(visit.db, visit.actor, original.id, 'reading'),
    offerLevels(visit.db, original.caseFile),
  ])
  const asked = shownPage ?? Number(/^\d{1,3}$/.test(visit.query('pagina')) ? visit.query('pagina') : 1)
  const chosen = striping?.stripes.find(({ id }) => id === (typed.changing ?? visit.query('tarja')))
  const isStale = striping !== undefined && striping.sha256 !== original.file?.sha256
  const { problems = [], refusals = [] } = typed
  return html(
    <StripingPage
      page={visit.page}
      formKeys={visit.formKeys}
      breadcrumb={breadcrumb}
      label={documentLabel(original)}
      at={here}
      pages={pages}
      shownPage={Math.min(pages, Math.max(1, asked))}
      striping={isStale ? undefined : striping}
      isStale={isStale}
      changing={isStale ? undefined : chosen?.id}
      typed={typed.stripe ?? typedOf(chosen, striping?.stripes.at(-1)?.legalBasis ?? '')}
      levels={levels}
      level={typed.level ?? startingLevel(original.caseFile)}
      problems={problems}
      refusals={refusals}
    />,
    problems.length + refusals.length > 0 ? 422 : 200,
  )
}

/** How many pages there are to lay stripes over, or why there are none. */
export async function pagesOf(visit: InnerVisit, original: Document): Promise<number | readonly string[]> {
  const refusals = refusalsOfFile(original, visit.actor).map((refusal) => explainStriping(refusal).message)
  if (refusals.length > 0 || !original.file) return refusals
  if (!(await visit.platform.text.tools()).pdftoppm) return [explainTrouble('absent')]
  const counted = await atAPath(visit.platform.files, original.file.sha256, countPages)
  return counted.done ? counted.value : [explainTrouble(counted.refusals[0])]
}

/** The same law is often the reason of the next stripe too. */
function typedOf(stripe: KeptStripe | undefined, lastBasis: string): StripeTyped {
  if (!stripe) return { page: '', left: '', top: '', width: '', height: '', legalBasis: lastBasis }
  const { page, left, top, width, height, legalBasis } = stripe
  return {
    ...{ page: String(page), left: tellPerCent(left), top: tellPerCent(top) },
    ...{ width: tellPerCent(width), height: tellPerCent(height), legalBasis },
  }
}
