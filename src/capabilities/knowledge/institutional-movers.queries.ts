import type { Database } from '../../platform/db/index.ts'

export async function countInstitutional(db: Database, unitId: string): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*)::int as count from knowledge.institutional_text where owner_unit_id = ${unitId} and withdrawn_at is null`
  return row?.count ?? 0
}

/** A name that the successor has already is told apart by the acronym it came from. */
export async function moveInstitutional(db: Database, from: string, to: string): Promise<number> {
  const moved = await db`
    update knowledge.institutional_text t set owner_unit_id = ${to}, name = case
             when exists (select 1 from knowledge.institutional_text o
                           where o.owner_unit_id = ${to} and o.name = t.name and o.withdrawn_at is null)
             then left(t.name, 60) || ' (' || u.acronym || ' ' || t.id || ')' else t.name end
      from organization.unit u where u.id = t.owner_unit_id and t.owner_unit_id = ${from} and t.withdrawn_at is null returning 1`
  return moved.length
}

export async function countDistributed(db: Database, unitId: string): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*)::int as count from knowledge.distribution where unit_id = ${unitId}`
  return row?.count ?? 0
}

/** Together with which version somebody there opened last: what is new to the one is new to the other. */
export async function moveDistributed(db: Database, from: string, to: string): Promise<number> {
  const [moved] = await Promise.all([
    db`with gone as (delete from knowledge.distribution where unit_id = ${from} returning text_id),
            given as (insert into knowledge.distribution (unit_id, text_id) select ${to}, text_id from gone on conflict do nothing)
       select text_id from gone`,
    db`with gone as (delete from knowledge.seen_version where unit_id = ${from} returning text_id, version)
       insert into knowledge.seen_version as s (unit_id, text_id, version) select ${to}, text_id, version from gone
       on conflict (unit_id, text_id) do update set version = greatest(s.version, excluded.version)`,
  ])
  return moved.length
}

export async function countFavourites(db: Database, unitId: string): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*)::int as count from knowledge.favourite where unit_id = ${unitId}`
  return row?.count ?? 0
}

/** Into the successor's groups of the same names; what it keeps already stays where it keeps it. */
export async function moveFavourites(db: Database, from: string, to: string): Promise<number> {
  await db`insert into knowledge.favourite_group (unit_id, name)
    select ${to}, name from knowledge.favourite_group where unit_id = ${from} on conflict (unit_id, name) do nothing`
  const moved = await db`
    with gone as (delete from knowledge.favourite where unit_id = ${from} returning *),
         given as (
           insert into knowledge.favourite (unit_id, group_id, standard_text_id, institutional_text_id, document_id, name, added_at, added_by)
           select ${to}, n.id, f.standard_text_id, f.institutional_text_id, f.document_id, f.name, f.added_at, f.added_by
             from gone f join knowledge.favourite_group g on g.id = f.group_id
             join knowledge.favourite_group n on n.unit_id = ${to} and n.name = g.name
           on conflict do nothing)
    select 1 from gone`
  await db`delete from knowledge.favourite_group where unit_id = ${from}`
  return moved.length
}
