import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'

export interface NoteRow {
  text: string
  priority: boolean
  changedAt: Date
  changedBy: string
}

/** Whose note it is: the unit's, or in a confidential case file this holder's alone (PRO-242). */
export interface NoteKey {
  readonly caseFileId: string
  readonly accountId: string | null
}

export async function selectNote(db: Database, actor: Actor, key: NoteKey): Promise<NoteRow | undefined> {
  const [row] = await db<NoteRow[]>`
    select n.text, n.priority, n.changed_at as "changedAt", coalesce(a.social_name, a.name) as "changedBy"
      from watchlists.note n join identity.account a on a.id = n.changed_by
     where n.unit_id = ${actor.unitId} and n.case_file_id = ${key.caseFileId}
       and n.account_id is not distinct from ${key.accountId}::bigint`
  return row
}

export async function upsertNote(
  db: Database,
  actor: Actor,
  key: NoteKey,
  note: { readonly text: string; readonly priority: boolean },
  now: Date,
): Promise<void> {
  await db`
    insert into watchlists.note (case_file_id, unit_id, account_id, text, priority, changed_at, changed_by)
    values (${key.caseFileId}, ${actor.unitId}, ${key.accountId}, ${note.text}, ${note.priority}, ${now}, ${actor.userId})
    on conflict (unit_id, case_file_id, account_id) do update
      set text = excluded.text, priority = excluded.priority, changed_at = excluded.changed_at, changed_by = excluded.changed_by`
}

/** Whether there was one. */
export async function deleteNote(db: Database, actor: Actor, key: NoteKey): Promise<boolean> {
  const rows = await db`
    delete from watchlists.note where unit_id = ${actor.unitId} and case_file_id = ${key.caseFileId}
       and account_id is not distinct from ${key.accountId}::bigint returning 1`
  return rows.length > 0
}
