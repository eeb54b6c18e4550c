import type { Database } from '../../../platform/db/index.ts'
import type { Category } from '../resources.rules.ts'

export interface TermRow {
  readonly id: string
  readonly category: Category
  /** Null: for ever. */
  readonly months: number | null
  readonly reason: string
  readonly askedById: string
  readonly askedBy: string
  readonly askedAt: Date
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
  readonly isGranted: boolean | null
}

export interface RemovalRow {
  readonly id: string
  readonly category: Category
  readonly months: number
  readonly entries: number
  readonly firstAt: Date
  readonly lastAt: Date
  readonly removedAt: Date
  readonly sha256: string
  readonly sizeBytes: string
}

/** What is asked, and all that was decided, the newest first. */
export async function selectTerms(db: Database): Promise<TermRow[]> {
  return db<TermRow[]>`
    select t.id, t.category, t.months, t.reason, t.asked_by as "askedById", t.asked_at as "askedAt",
           t.decided_at as "decidedAt", t.is_granted as "isGranted", coalesce(a.social_name, a.name) as "askedBy",
           (select coalesce(d.social_name, d.name) from identity.account d where d.id = t.decided_by) as "decidedBy"
      from auditing.term t join identity.account a on a.id = t.asked_by
     order by t.decided_at desc nulls first, t.id desc limit 100`
}

export async function selectRemovals(db: Database, most: number): Promise<RemovalRow[]> {
  return db<RemovalRow[]>`
    select r.id, t.category, t.months, r.entries, r.first_at as "firstAt", r.last_at as "lastAt",
           r.removed_at as "removedAt", r.file_sha256 as sha256, r.file_bytes as "sizeBytes"
      from auditing.removal r join auditing.term t on t.id = r.term_id order by r.id desc limit ${most}`
}

export async function selectRemovalFile(db: Database, id: string): Promise<string | undefined> {
  const [row] = await db<{ sha256: string }[]>`select file_sha256 as sha256 from auditing.removal where id = ${id}`
  return row?.sha256
}

/** False: one is waiting for its decision. */
export async function insertTerm(
  db: Database,
  term: { readonly category: Category; readonly months: number | null; readonly reason: string },
  by: { readonly accountId: string; readonly at: Date },
): Promise<boolean> {
  const rows = await db`
    insert into auditing.term (category, months, reason, asked_by, asked_at)
    values (${term.category}, ${term.months}, ${term.reason}, ${by.accountId}, ${by.at})
    on conflict (category) where decided_at is null do nothing returning id`
  return rows.length > 0
}

/** By another person than the one who asked; false where there is nothing for this person to decide. */
export async function decideTerm(
  db: Database,
  id: string,
  isGranted: boolean,
  by: { readonly accountId: string; readonly at: Date },
): Promise<boolean> {
  const rows = await db`
    update auditing.term set decided_by = ${by.accountId}, decided_at = ${by.at}, is_granted = ${isGranted}
     where id = ${id} and decided_at is null and asked_by <> ${by.accountId} returning id`
  return rows.length > 0
}
