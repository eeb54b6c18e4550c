import type { Actor } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'
import type { Bundle } from './bundle.ts'
import type { BundleKind } from './moves/moves.rules.ts'

/**
 * What the gate and lists show of bundles `b`. A unit has what it made, and what it was given and has not returned; while
 * it waits for its turn it has nothing.
 */
export const bundleColumns = (db: Database, actor: Actor) => db`
  b.id, b.number::text as number, b.kind, b.state, b.unit_id as "unitId", u.acronym as "unitAcronym", b.description,
  case when b.unit_id = ${actor.unitId} then 'generator' else 'receiver' end as side,
  b.in_order as "inOrder", b.sign_by::text as "signBy", b.created_at as "createdAt",
  coalesce(k.social_name, k.name) as "createdByName",
  (select count(*)::int from bundles.item i where i.bundle_id = b.id
      and not exists (select 1 from documents.document d where d.id = i.document_id and d.state = 'deleted')
      and not exists (select 1 from cases.case_file c where c.id = i.case_file_id and c.state = 'deleted')) as "itemCount",
  (select coalesce(jsonb_agg(jsonb_build_object('unitId', t.unit_id::text, 'note', coalesce(a.note, ''),
            'acronym', case when v.agency_id = u.agency_id then v.acronym else g.acronym || '/' || v.acronym end,
            'at', coalesce(a.ended_at, a.begun_at),
            'state', case when a.id is null or a.ending = 'cancelled' then 'planned' when a.ending = 'returned' then 'returned'
                          when a.begun_at is null then 'waits' else 'has-it' end) order by t.position), '[]')
     from bundles.destination t
     join organization.unit v on v.id = t.unit_id
     join organization.agency g on g.id = v.agency_id
     left join lateral (select * from bundles.availability a where a.bundle_id = b.id and a.unit_id = t.unit_id
                         order by a.id desc limit 1) a on true
    where t.bundle_id = b.id) as destinations,
  (select coalesce(jsonb_agg(jsonb_build_object('kind', s.kind, 'text', s.text, 'at', s.at, 'unitAcronym', v.acronym,
            'by', coalesce(w.social_name, w.name)) order by s.kind desc), '[]')
     from bundles.signal s join organization.unit v on v.id = s.unit_id join identity.account w on w.id = s.account_id
    where s.bundle_id = b.id) as signals,
  f.group_id as "groupId", e.name as "groupName", f.assigned_to as "assignedTo",
  coalesce(p.social_name, p.name) as "assignedToName"`

export const bundleSources = (db: Database, actor: Actor) => db`
  from bundles.bundle b
  join organization.unit u on u.id = b.unit_id
  join identity.account k on k.id = b.created_by
  left join bundles.filing f on f.bundle_id = b.id and f.unit_id = ${actor.unitId}
  left join bundles.bundle_group e on e.id = f.group_id
  left join identity.account p on p.id = f.assigned_to`

/** Those that this unit has: the condition of every list and of the gate. */
export const hadHere = (db: Database, actor: Actor) => db`b.id in (
  select id from bundles.bundle where unit_id = ${actor.unitId}
  union all
  select bundle_id from bundles.availability
   where unit_id = ${actor.unitId} and ended_at is null and begun_at is not null)`

/** A statement of its own, before what is decided by is read: what waited for the row must not read what was before. */
export async function lockBundle(db: Database, number: string): Promise<void> {
  await db`select 1 from bundles.bundle where number = ${number} for update`
}

export async function selectBundle(db: Database, actor: Actor, number: string): Promise<Bundle | undefined> {
  const [row] = await db<Bundle[]>`
    select ${bundleColumns(db, actor)} ${bundleSources(db, actor)} where b.number = ${number} and ${hadHere(db, actor)}`
  return row
}

/** The next number. Others wait for it from here until the transaction ends. */
export async function takeNumber(db: Database): Promise<string> {
  const [row] = await db<{ last: string }[]>`
    insert into bundles.number_counter (scope, last) values ('installation', 1)
    on conflict (scope) do update set last = number_counter.last + 1 returning last::text`
  if (!row) throw new Error('a counter gave nothing')
  return row.last
}

export interface BundleData {
  readonly description: string
  readonly inOrder: boolean
  readonly signBy: string | null
}

export async function insertBundle(
  db: Database,
  actor: Actor,
  bundle: BundleData & { readonly number: string; readonly kind: BundleKind },
  now: Date,
): Promise<string> {
  const [row] = await db<{ id: string }[]>`
    insert into bundles.bundle (number, kind, unit_id, description, in_order, sign_by, created_at, created_by, changed_at)
    values (${bundle.number}, ${bundle.kind}, ${actor.unitId}, ${bundle.description}, ${bundle.inOrder},
      ${bundle.signBy}::date, ${now}, ${actor.userId}, ${now}) returning id`
  if (!row) throw new Error('no bundle was inserted')
  return row.id
}

export async function updateBundle(db: Database, id: string, data: BundleData, now: Date): Promise<void> {
  await db`update bundles.bundle set description = ${data.description}, in_order = ${data.inOrder},
    sign_by = ${data.signBy}::date, changed_at = ${now} where id = ${id}`
}

/** Puts these units, in this order, in the place of those before. */
export async function replaceDestinations(db: Database, bundleId: string, unitIds: readonly string[]): Promise<void> {
  await db`delete from bundles.destination where bundle_id = ${bundleId}`
  await db`insert into bundles.destination (bundle_id, unit_id, position)
    select ${bundleId}, u.id, u.place from unnest(${[...unitIds]}::text[]::bigint[]) with ordinality u(id, place)`
}

export interface UnitChoice {
  readonly id: string
  readonly acronym: string
  readonly name: string
  readonly agency: string
  readonly fit: boolean
}

/** Units to choose from: those chosen already, fit or not, then those whose acronym or name has these words (EST-008). */
export async function selectUnits(
  db: Database,
  actor: Actor,
  asked: { readonly text: string | undefined; readonly chosen: readonly string[]; readonly today: string },
): Promise<UnitChoice[]> {
  const like = `%${(asked.text ?? '').trim().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  return db<UnitChoice[]>`
    with units as (
      select u.id, u.acronym, u.name, g.acronym as agency, u.agency_id = ${actor.agencyId} as near,
             u.id = any (${[...asked.chosen]}::text[]::bigint[]) as chosen,
             u.id <> ${actor.unitId} and u.available_for_sending and u.deactivated_at is null and g.may_receive
               and g.deactivated_at is null
               and exists (select 1 from organization.placement p where p.unit_id = u.id and p.valid @> ${asked.today}::date) as fit
        from organization.unit u join organization.agency g on g.id = u.agency_id)
    select id, acronym, name, agency, fit from units
     where chosen or (${asked.text !== undefined} and fit
                      and platform.plain(lower(acronym || ' ' || name)) like platform.plain(lower(${like})))
     order by chosen desc, near desc, agency, acronym limit ${asked.chosen.length + 30}`
}

export interface Filing {
  readonly groupId: string | null
  readonly assignedTo: string | null
}

export async function upsertFiling(
  db: Database,
  actor: Actor,
  bundleId: string,
  filing: Filing,
  now: Date,
): Promise<void> {
  await db`insert into bundles.filing (bundle_id, unit_id, group_id, assigned_to, at, account_id)
    values (${bundleId}, ${actor.unitId}, ${filing.groupId}, ${filing.assignedTo}, ${now}, ${actor.userId})
    on conflict (bundle_id, unit_id) do update set group_id = excluded.group_id, assigned_to = excluded.assigned_to,
      at = excluded.at, account_id = excluded.account_id`
}

export async function upsertSignal(
  db: Database,
  actor: Actor,
  bundleId: string,
  signal: { readonly kind: string; readonly text: string },
  now: Date,
): Promise<void> {
  await db`insert into bundles.signal (bundle_id, kind, text, unit_id, at, account_id)
    values (${bundleId}, ${signal.kind}, ${signal.text}, ${actor.unitId}, ${now}, ${actor.userId})
    on conflict (bundle_id, kind) do update set text = excluded.text, unit_id = excluded.unit_id, at = excluded.at,
      account_id = excluded.account_id`
}

export async function deleteSignal(db: Database, bundleId: string, kind: string): Promise<void> {
  await db`delete from bundles.signal where bundle_id = ${bundleId} and kind = ${kind}`
}
