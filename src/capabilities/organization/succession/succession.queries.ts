import type { Database } from '../../../platform/db/index.ts'

/** Records who succeeds whom; the first successor takes what no rule names. */
export async function insertSuccession(
  db: Database,
  from: readonly string[],
  to: readonly string[],
  now: Date,
): Promise<void> {
  await db`insert into organization.succession (predecessor_id, successor_id, since, takes_rest)
    select f::bigint, t.id::bigint, ${now}, t.place = 1
      from unnest(${[...from]}::text[]) f, unnest(${[...to]}::text[]) with ordinality t(id, place)
    on conflict (predecessor_id, successor_id) do nothing`
}

export async function closeSucceeded(db: Database, from: readonly string[], now: Date): Promise<void> {
  await db`update organization.unit set succeeded_at = coalesce(succeeded_at, ${now}), available_for_sending = false
    where id = any (${[...from]}::text[]::bigint[])`
}

export async function selectCurrentUnit(db: Database, unitId: string): Promise<string> {
  const [row] = await db<{ id: string }[]>`select organization.current_unit(${unitId}::bigint) as id`
  return row?.id ?? unitId
}

/** The units, and all that they succeed. */
export async function selectWithPredecessors(db: Database, unitIds: readonly string[]): Promise<string[]> {
  const rows = await db<{ id: string }[]>`
    select distinct l.id from unnest(${[...unitIds]}::text[]) u(id), organization.lineage(u.id::bigint) l(id) order by 1`
  return rows.map(({ id }) => id)
}

export async function updateNames(
  db: Database,
  unitId: string,
  { acronym, name }: { readonly acronym: string; readonly name: string },
): Promise<boolean> {
  const rows = await db`update organization.unit u set acronym = ${acronym}, name = ${name}
    where u.id = ${unitId} and not exists (
      select 1 from organization.unit o where o.agency_id = u.agency_id and o.acronym = ${acronym} and o.id <> u.id) returning 1`
  return rows.length > 0
}
