import type { Database } from '../../../platform/db/index.ts'
import { type ListRequest, patternsOf, rowsPerPage } from '../../organization/index.ts'

export interface ConferenceKindRow {
  id: string
  name: string
  certifiable: boolean
  active: boolean
  total: number
}

export async function selectConferenceKinds(db: Database, asked: ListRequest): Promise<ConferenceKindRow[]> {
  return db<ConferenceKindRow[]>`
    select id, name, certifiable, deactivated_at is null as active, (count(*) over ())::int as total
      from classification.conference_kind
     where ${asked.state === 'all' ? db`true` : db`(deactivated_at is null) = ${asked.state === 'active'}`}
       and platform.plain(lower(name)) like all (
             select platform.plain(lower(w)) from unnest(${patternsOf(asked.text)}::text[]) w)
     order by name limit ${rowsPerPage} offset ${(asked.page - 1) * rowsPerPage}`
}

export async function selectConferenceKind(db: Database, id: string): Promise<ConferenceKindRow | undefined> {
  const [row] = await db<ConferenceKindRow[]>`
    select id, name, certifiable, deactivated_at is null as active, 1 as total
      from classification.conference_kind where id = ${id}`
  return row
}

/** False where another one has the name. */
export async function updateConferenceKind(
  db: Database,
  id: string,
  { name, certifiable }: { readonly name: string; readonly certifiable: boolean },
): Promise<boolean> {
  const rows = await db`
    update classification.conference_kind set name = ${name}, certifiable = ${certifiable}
     where id = ${id} and not exists (
       select 1 from classification.conference_kind o where o.name = ${name} and o.id <> ${id}) returning 1`
  return rows.length > 0
}
