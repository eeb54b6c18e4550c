import type { Database } from '../../../platform/db/index.ts'

export interface EntryRow {
  id: string
  label: string
  active: boolean
}

/** One entry of a register by its table; `label` names it. */
export async function selectEntry(db: Database, table: string, id: string): Promise<EntryRow | undefined> {
  const label = table === 'classification.record_class' ? db`code || ' ' || description` : db`name`
  const [row] = await db<EntryRow[]>`
    select id, ${label} as label, deactivated_at is null as active from ${db(table)} where id = ${id}`
  return row
}

/** False where it was so already. */
export async function updateActive(
  db: Database,
  table: string,
  id: string,
  active: boolean,
  now: Date,
): Promise<boolean> {
  const rows = await db`update ${db(table)} set deactivated_at = ${active ? null : now}
    where id = ${id} and (deactivated_at is null) <> ${active} returning 1`
  return rows.length > 0
}
