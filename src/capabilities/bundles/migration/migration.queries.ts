import type { Database } from '../../../platform/db/index.ts'
import type { BundleKind } from '../moves/moves.rules.ts'

/** What is needed of a bundle to move it, or to open and close what it holds. */
export interface BundleToMove {
  id: string
  number: string
  kind: BundleKind
  ownerId: string
}

export async function countOwned(db: Database, unitId: string): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*)::int as count from bundles.bundle where unit_id = ${unitId}`
  return row?.count ?? 0
}

export async function countReceived(db: Database, unitId: string): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*)::int as count from bundles.availability where unit_id = ${unitId} and ended_at is null`
  return row?.count ?? 0
}

export async function countGroups(db: Database, unitId: string): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*)::int as count from bundles.bundle_group where unit_id = ${unitId}`
  return row?.count ?? 0
}

/** The groups of the new unit are also those of the old one; where the name is taken, that group is meant. */
export async function copyGroups(db: Database, from: string, to: string): Promise<void> {
  await db`insert into bundles.bundle_group (unit_id, name, created_at, deactivated_at)
    select ${to}::bigint, name, created_at, deactivated_at from bundles.bundle_group where unit_id = ${from}
    on conflict (unit_id, platform.plain(lower(name))) do nothing`
}

/** Holds the bundles that the unit made, in one order. */
export async function lockOwned(db: Database, unitId: string): Promise<BundleToMove[]> {
  return db<BundleToMove[]>`select id, number::text as number, kind, unit_id as "ownerId"
    from bundles.bundle where unit_id = ${unitId} order by id for update`
}

/** Holds the bundles that the unit has now or waits for. */
export async function lockReceived(db: Database, unitId: string): Promise<BundleToMove[]> {
  return db<BundleToMove[]>`select id, number::text as number, kind, unit_id as "ownerId" from bundles.bundle
     where id in (select bundle_id from bundles.availability where unit_id = ${unitId} and ended_at is null)
     order by id for update`
}

/** State, items, marks: everything stays as it is. */
export async function giveOwned(db: Database, from: string, to: string): Promise<void> {
  await db`update bundles.bundle set unit_id = ${to} where unit_id = ${from}`
}

/**
 * The new unit is the one to which bundles go. Where the old one returned a bundle it stays written that it was the old
 * one. Nobody makes a bundle available to themselves.
 */
export async function readdress(db: Database, from: string, to: string): Promise<void> {
  await db`update bundles.destination d set unit_id = ${to}
    where d.unit_id = ${from}
      and not exists (select 1 from bundles.destination o where o.bundle_id = d.bundle_id and o.unit_id = ${to})
      and not exists (select 1 from bundles.availability a
                       where a.bundle_id = d.bundle_id and a.unit_id = ${from} and a.ending = 'returned')`
  await db`delete from bundles.destination d where d.unit_id = ${from}
    and exists (select 1 from bundles.destination o where o.bundle_id = d.bundle_id and o.unit_id = ${to})
    and not exists (select 1 from bundles.availability a where a.bundle_id = d.bundle_id and a.unit_id = ${from})`
  await db`delete from bundles.destination d using bundles.bundle b
    where b.id = d.bundle_id and d.unit_id = b.unit_id and b.unit_id = ${to}
      and not exists (select 1 from bundles.availability a
                       where a.bundle_id = d.bundle_id and a.unit_id = d.unit_id and a.ended_at is null)`
}

/**
 * What the old unit had, or waited for, the new one has or waits for, in the same place. Where it had it besides, that one
 * goes on, with the turn if either had it. Answers whether it is the new unit's turn because of this.
 */
export async function moveAvailability(
  db: Database,
  step: { readonly bundleId: string; readonly from: string; readonly to: string },
  by: { readonly accountId: string; readonly now: Date },
): Promise<{ hadIt: boolean; opens: boolean }> {
  const rows = await db<{ id: string; unitId: string; begun: boolean }[]>`
    select id, unit_id as "unitId", begun_at is not null as begun from bundles.availability
     where bundle_id = ${step.bundleId} and ended_at is null and unit_id in (${step.from}, ${step.to})`
  const [old, own] = [rows.find(({ unitId }) => unitId === step.from), rows.find(({ unitId }) => unitId === step.to)]
  if (!old) return { hadIt: false, opens: false }
  if (!own) {
    await db`update bundles.availability set unit_id = ${step.to} where id = ${old.id}`
    return { hadIt: old.begun, opens: old.begun }
  }
  await db`update bundles.availability set ended_at = ${by.now}, ended_by = ${by.accountId}, ending = 'cancelled' where id = ${old.id}`
  if (old.begun && !own.begun) await db`update bundles.availability set begun_at = ${by.now} where id = ${own.id}`
  return { hadIt: old.begun, opens: old.begun && !own.begun }
}

/** Bundles that a unit made and, by becoming one with another, has received from itself. */
export async function lockMet(db: Database, unitId: string): Promise<BundleToMove[]> {
  return db<BundleToMove[]>`select id, number::text as number, kind, unit_id as "ownerId" from bundles.bundle
     where unit_id = ${unitId} and id in (select bundle_id from bundles.availability where unit_id = ${unitId} and ended_at is null)
     order by id for update`
}

/** As if returned, or cancelled where its turn had not come. */
export async function endOwnAvailability(
  db: Database,
  step: { readonly bundleId: string; readonly unitId: string },
  by: { readonly accountId: string; readonly now: Date },
): Promise<void> {
  await db`update bundles.availability set ended_at = ${by.now}, ended_by = ${by.accountId},
      ending = case when begun_at is null then 'cancelled' else 'returned' end
    where bundle_id = ${step.bundleId} and unit_id = ${step.unitId} and ended_at is null`
}

/** Group and person with which the old unit kept the bundles that the new one has now. Answers who lost them. */
export async function moveFilings(db: Database, from: string, to: string, today: string): Promise<string[]> {
  const rows = await db<{ name: string }[]>`
    with mine as (
      delete from bundles.filing f
       where f.unit_id = ${from} and exists (
         select 1 from bundles.bundle b where b.id = f.bundle_id and (b.unit_id = ${to} or exists (
           select 1 from bundles.availability a where a.bundle_id = b.id and a.unit_id = ${to} and a.ended_at is null)))
      returning *
    ), placed as (
      select m.*, g.id as target_id, p.id as person_id, coalesce(a.social_name, a.name) as name
        from mine m
        left join bundles.bundle_group o on o.id = m.group_id
        left join bundles.bundle_group g on g.unit_id = ${to} and platform.plain(lower(g.name)) = platform.plain(lower(o.name))
        left join identity.account a on a.id = m.assigned_to
        left join identity.account p on p.id = m.assigned_to and p.disabled_at is null
         and cardinality(identity.permissions_in(p.id, ${to}, ${today}::date)) > 0
    ), put as (
      insert into bundles.filing (bundle_id, unit_id, group_id, assigned_to, at, account_id)
      select bundle_id, ${to}::bigint, target_id, person_id, at, account_id from placed
      on conflict (bundle_id, unit_id) do nothing
    ) select distinct name from placed where assigned_to is not null and person_id is null order by name`
  return rows.map(({ name }) => name)
}

/** What the old unit wrote beside items of bundles that the new one has. Where both wrote, each keeps its own. */
export async function moveAnnotations(db: Database, from: string, to: string): Promise<void> {
  await db`update bundles.annotation n set unit_id = ${to} from bundles.item i join bundles.bundle b on b.id = i.bundle_id
    where n.unit_id = ${from} and i.id = n.item_id
      and (b.unit_id = ${to} or exists (select 1 from bundles.availability a
                                         where a.bundle_id = b.id and a.unit_id = ${to} and a.ended_at is null))
      and not exists (select 1 from bundles.annotation o where o.item_id = n.item_id and o.unit_id = ${to})`
}
