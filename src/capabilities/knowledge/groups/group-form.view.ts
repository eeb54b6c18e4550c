import type { InnerVisit } from '../../../platform/http/index.ts'
import type { GroupFormProps } from './group-form.page.tsx'
import { selectGroups } from './groups.queries.ts'

/** What the form that puts a text into a group needs. Its key is its own: the page has another form. */
export async function groupForm(visit: InnerVisit, item: string, groupId: string | null): Promise<GroupFormProps> {
  const { csrf, idempotencyKey } = visit.formKeys
  return {
    formKeys: { csrf, idempotencyKey: `${idempotencyKey}-grupo` },
    action: visit.href('/textos-padrao/agrupamento'),
    item,
    groupId,
    groups: await selectGroups(visit.db, visit.actor.unitId),
    groupsHref: visit.href('/textos-padrao/grupos'),
  }
}
