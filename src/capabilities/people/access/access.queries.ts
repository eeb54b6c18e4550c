import type { Database } from '../../../platform/db/index.ts'
import { type Reach, unitWithinReach } from '../../organization/index.ts'
import type { Contact } from '../contact.ts'

type Kind = Contact['kind']

export async function selectAccess(db: Database, unitId: string): Promise<{ kind: Kind; level: 'full' | 'short' }[]> {
  return db<{ kind: Kind; level: 'full' | 'short' }[]>`
    select kind, level from people.contact_access where unit_id = ${unitId}`
}

export interface AccessRow {
  unitId: string
  unit: string
  kind: Kind
  level: 'full' | 'short'
  reason: string
  changedAt: Date
  changedBy: string
}

export async function selectAccessWithin(db: Database, reach: Reach): Promise<AccessRow[]> {
  return db<AccessRow[]>`
    select x.unit_id as "unitId", u.acronym || ' (' || g.acronym || ')' as unit, x.kind, x.level, x.reason,
           x.changed_at as "changedAt", coalesce(a.social_name, a.name) as "changedBy"
      from people.contact_access x join organization.unit u on u.id = x.unit_id join organization.agency g on g.id = u.agency_id
      join identity.account a on a.id = x.changed_by
     where ${unitWithinReach(db, reach)} order by g.position, g.acronym, u.acronym, x.kind desc limit 500`
}

/** The level that was there; undefined where there was none. */
export async function selectLevel(db: Database, unitId: string, kind: Kind): Promise<'full' | 'short' | undefined> {
  const [row] = await db<{ level: 'full' | 'short' }[]>`
    select level from people.contact_access where unit_id = ${unitId} and kind = ${kind} for update`
  return row?.level
}

export async function upsertAccess(
  db: Database,
  one: { readonly unitId: string; readonly kind: Kind; readonly level: 'full' | 'short'; readonly reason: string },
  by: string,
  now: Date,
): Promise<void> {
  await db`insert into people.contact_access (unit_id, kind, level, reason, changed_at, changed_by)
    values (${one.unitId}, ${one.kind}, ${one.level}, ${one.reason}, ${now}, ${by})
    on conflict (unit_id, kind) do update set level = excluded.level, reason = excluded.reason,
      changed_at = excluded.changed_at, changed_by = excluded.changed_by`
}

export async function deleteAccess(db: Database, unitId: string, kind: Kind): Promise<void> {
  await db`delete from people.contact_access where unit_id = ${unitId} and kind = ${kind}`
}

export async function countAccess(db: Database, unitId: string): Promise<number> {
  const [row] = await db<
    { n: number }[]
  >`select count(*)::int as n from people.contact_access where unit_id = ${unitId}`
  return row?.n ?? 0
}

/** What was said of one unit is said of another; what is said of that one already stays. Answers how many lines. */
export async function moveAccess(db: Database, from: string, to: string): Promise<{ count: number; kept: number }> {
  const moved = await db`
    update people.contact_access x set unit_id = ${to} where x.unit_id = ${from}
       and not exists (select 1 from people.contact_access o where o.unit_id = ${to} and o.kind = x.kind) returning 1`
  const kept = await db`delete from people.contact_access where unit_id = ${from} returning 1`
  return { count: moved.length + kept.length, kept: kept.length }
}
