import type { Database } from '../../../platform/db/index.ts'
import { boundsOf } from '../looking/bounds.queries.ts'
import type { Period } from '../looking/period.form.ts'

export interface ActivityAsked {
  readonly unitId: string
  readonly period: Period
  readonly accountId: string | undefined
}

const deeds = (db: Database, { unitId, accountId }: ActivityAsked) => db`
  bounds b, statistics.deed e
 where e.unit_id = ${unitId} and e.at >= b.first and e.at < b.beyond
   and (${accountId ?? null}::bigint is null or e.account_id = ${accountId ?? null})`

export interface ActivityTotalRow {
  /** Null: in confidential case files, of every kind. */
  kind: string | null
  count: number
}

export async function selectActivityTotals(db: Database, asked: ActivityAsked): Promise<ActivityTotalRow[]> {
  return db<ActivityTotalRow[]>`
    with ${boundsOf(db, asked.period)}
    select case when e.level <> 'confidential' then e.kind end as kind, count(*)::int as count
      from ${deeds(db, asked)} group by 1 order by 2 desc, 1`
}

/** Who did something in the unit within the period, by name; 500 at most. */
export async function selectDoers(
  db: Database,
  asked: Pick<ActivityAsked, 'unitId' | 'period'>,
): Promise<{ id: string; name: string }[]> {
  return db<{ id: string; name: string }[]>`
    with ${boundsOf(db, asked.period)}
    select a.id, coalesce(a.social_name, a.name) as name from identity.account a
     where a.id in (select e.account_id from ${deeds(db, { ...asked, accountId: undefined })}) order by 2 limit 500`
}

export interface ActivityLineRow {
  at: Date
  kind: string
  number: string | null
  digits: string | null
  person: string | null
}

/** Deed by deed, newest first: of what is restricted without the number, of what is confidential nothing. */
export async function selectActivityLines(
  db: Database,
  asked: ActivityAsked,
  stretch: { readonly limit: number; readonly offset: number },
): Promise<ActivityLineRow[]> {
  return db<ActivityLineRow[]>`
    with ${boundsOf(db, asked.period)}, found as (
      select e.* from ${deeds(db, asked)} and e.level <> 'confidential'
       order by e.at desc, e.id desc limit ${stretch.limit} offset ${stretch.offset})
    select f.at, f.kind, c.number, c.digits, coalesce(a.social_name, a.name) as person
      from found f join statistics.named_case c using (case_file_id) left join identity.account a on a.id = f.account_id
     order by f.at desc, f.id desc`
}
