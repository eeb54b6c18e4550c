import { type Answer, html, type InnerVisit } from '../../../platform/http/index.ts'
import type { Crumb } from '../../../ui/index.ts'
import { adminHref, administrationCrumbs } from '../administration/administration.page.tsx'
import { listRequest } from '../administration/answers.view.ts'
import { listOf } from '../administration/lists.ts'
import type { ChangedRecord } from './change.ts'
import { ChangesPage } from './changes.page.tsx'
import { selectChanges } from './changes.queries.ts'

const title = 'Histórico de alterações'

/**
 * The history of one record of the administration, at `{recordPath}/alteracoes`. Who calls has found the record within
 * the reach of who asks.
 */
export function answerChanges(
  visit: InnerVisit,
  record: ChangedRecord,
  shown: {
    readonly label: string
    readonly register: { readonly label: string; readonly path: string }
    readonly recordPath: string
  },
): Promise<Answer> {
  const { label, register, recordPath } = shown
  return answerChangesAt(visit, record, {
    label,
    breadcrumb: administrationCrumbs(visit.page, [register, { label, path: recordPath }], title),
    href: adminHref(visit.page, `${recordPath}/alteracoes`),
  })
}

/** The same, for a record that is kept elsewhere. */
export async function answerChangesAt(
  visit: InnerVisit,
  record: ChangedRecord,
  shown: {
    readonly label: string
    readonly breadcrumb: readonly Crumb[]
    readonly href: string
    /** Only changes of these fields; without, of all. */
    readonly fields?: readonly string[]
  },
): Promise<Answer> {
  const pageNumber = listRequest(visit).page
  const list = listOf(await selectChanges(visit.db, record, pageNumber, shown.fields))
  const { label, breadcrumb, href } = shown
  return html(<ChangesPage page={visit.page} {...{ label, breadcrumb, href, list, pageNumber }} />)
}
