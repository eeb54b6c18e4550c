import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'

/** Makes those who move units come one after the other; the trigger of the table takes the same lock. */
export async function lockHierarchy(db: Database): Promise<void> {
  await db`select pg_advisory_xact_lock(hashtextextended('organization.placement', 0))`
}

/** Whether, on some day from `from` to `until`, the parent would stand below the unit, or be the unit itself. */
export async function selectWouldBeCycle(
  db: Database,
  unitId: string,
  parentId: string,
  from: LocalDate,
  until: LocalDate | undefined,
): Promise<boolean> {
  const [row] = await db<{ cycle: boolean }[]>`
    with recursive up(id, valid) as (
      select ${parentId}::bigint, daterange(${from}::date, ${until ?? null}::date, '[]')
      union
      select p.parent_id, p.valid * up.valid
        from up join organization.placement p on p.unit_id = up.id and p.valid && up.valid
       where p.parent_id is not null
    ) select exists (select 1 from up where id = ${unitId}) as cycle`
  return row?.cycle ?? false
}

/** From that day on there is no place: what lies later is taken away, what lasts until then is cut. */
export async function cutPlacements(db: Database, unitId: string, from: LocalDate): Promise<void> {
  await db`delete from organization.placement where unit_id = ${unitId} and lower(valid) >= ${from}::date`
  await db`update organization.placement set valid = daterange(lower(valid), ${from}::date)
    where unit_id = ${unitId} and valid @> ${from}::date`
}

export async function insertPlace(
  db: Database,
  unitId: string,
  parentId: string | undefined,
  from: LocalDate,
  until: LocalDate | undefined,
): Promise<void> {
  await db`insert into organization.placement (unit_id, parent_id, valid)
    values (${unitId}, ${parentId ?? null}, daterange(${from}::date, ${until ?? null}::date, '[]'))`
}

/** Where the unit stands on the day, as people name it; undefined outside of the hierarchy. */
export async function selectParentLabel(db: Database, unitId: string, day: LocalDate): Promise<string | undefined> {
  const [row] = await db<{ label: string }[]>`
    select coalesce(up.acronym || ' (' || g.acronym || ')', 'No topo') as label
      from organization.placement p
      left join organization.unit up on up.id = p.parent_id left join organization.agency g on g.id = up.agency_id
     where p.unit_id = ${unitId} and p.valid @> ${day}::date`
  return row?.label
}
