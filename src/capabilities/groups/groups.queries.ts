import type { Actor } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'
import { patternsOf, rowsPerPage } from '../organization/index.ts'
import type { GroupChoice, GroupKind, GroupScope, LeftOutReason, RecipientGroup } from './group.ts'

type Seer = Pick<Actor, 'userId' | 'unitId' | 'agencyId'>

/** The condition that a group, called `r`, is there for somebody at work in a unit. */
const seenBy = (db: Database, { userId, unitId, agencyId }: Seer) => db`
  (r.scope = 'installation' or r.agency_id = ${agencyId} or r.unit_id = ${unitId} or r.account_id = ${userId})`

/** The groups of a kind to choose from, the nearest first. */
export async function selectChoices(db: Database, seer: Seer, kind: GroupKind): Promise<GroupChoice[]> {
  return db<GroupChoice[]>`
    select r.id, r.name, r.scope from groups.recipient_group r
     where r.kind = ${kind} and r.deactivated_at is null and ${seenBy(db, seer)}
     order by array_position(array['person', 'unit', 'agency', 'installation'], r.scope), platform.plain(lower(r.name)), r.id
     limit 300`
}

export interface GroupRow extends GroupChoice {
  kind: GroupKind
  memberCount: number
  active: boolean
  total: number
}

export interface GroupsAsked {
  readonly text: string
  readonly state: 'active' | 'inactive' | 'all'
  readonly page: number
}

export async function selectGroups(db: Database, seer: Seer, asked: GroupsAsked): Promise<GroupRow[]> {
  return db<GroupRow[]>`
    select r.id, r.name, r.scope, r.kind, r.deactivated_at is null as active, (count(*) over ())::int as total,
           case r.kind when 'units' then (select count(*)::int from groups.unit_member m where m.group_id = r.id)
                       when 'contacts' then (select count(*)::int from groups.contact_member m where m.group_id = r.id)
                       else (select count(*)::int from groups.email_member m where m.group_id = r.id) end as "memberCount"
      from groups.recipient_group r
     where ${seenBy(db, seer)}
       ${asked.state === 'all' ? db`` : db`and (r.deactivated_at is null) = ${asked.state === 'active'}`}
       and platform.plain(lower(r.name || ' ' || r.description)) like all (
             select platform.plain(lower(w)) from unnest(${patternsOf(asked.text)}::text[]) w)
     order by array_position(array['person', 'unit', 'agency', 'installation'], r.scope), platform.plain(lower(r.name)), r.id
     limit ${rowsPerPage} offset ${(asked.page - 1) * rowsPerPage}`
}

/** A group that is there for this person here, with its members as lines. */
export async function selectGroup(
  db: Database,
  seer: Seer,
  id: string,
  mode: 'reading' | 'locked' = 'reading',
): Promise<RecipientGroup | undefined> {
  const [row] = await db<RecipientGroup[]>`
    select r.id, r.name, r.scope, r.kind, r.description, r.agency_id as "agencyId", r.deactivated_at is null as active,
           case r.kind
             when 'units' then array(
               select u.acronym || ' (' || g.acronym || ')' from groups.unit_member m
                 join organization.unit u on u.id = m.unit_id join organization.agency g on g.id = u.agency_id
                where m.group_id = r.id order by g.acronym, u.acronym)
             when 'contacts' then array(
               select c.name || ' (nº ' || c.id || ')' from groups.contact_member m join people.contact c on c.id = m.contact_id
                where m.group_id = r.id order by platform.plain(lower(c.name)), c.id)
             else array(
               select trim(m.address || ' ' || m.description) from groups.email_member m where m.group_id = r.id order by m.address)
           end as members
      from groups.recipient_group r
     where r.id = ${id} and ${seenBy(db, seer)} ${mode === 'locked' ? db`for update of r` : db``}`
  return row
}

export interface UnitOfGroupRow {
  id: string
  label: string
  why: LeftOutReason | null
}

/** The units of a group as they stand today, those that were succeeded by their successors. */
export async function selectUnitsOfGroup(
  db: Database,
  seer: Seer,
  groupId: string,
  today: string,
): Promise<UnitOfGroupRow[]> {
  return db<UnitOfGroupRow[]>`
    select distinct u.id, case when u.agency_id = ${seer.agencyId} then u.acronym else g.acronym || '/' || u.acronym end as label,
           case when u.id = ${seer.unitId} then 'own-unit'
                when u.deactivated_at is not null or g.deactivated_at is not null then 'out-of-use'
                when not u.available_for_sending or not g.may_receive
                  or not exists (select 1 from organization.placement p where p.unit_id = u.id and p.valid @> ${today}::date)
                then 'not-available' end as why
      from groups.unit_member m
      join organization.unit u on u.id = organization.current_unit(m.unit_id)
      join organization.agency g on g.id = u.agency_id
     where m.group_id = ${groupId} order by label, u.id limit 200`
}

export async function selectAddressesOfGroup(db: Database, groupId: string): Promise<string[]> {
  const rows = await db<{ address: string }[]>`
    select address from groups.email_member where group_id = ${groupId} order by address limit 200`
  return rows.map(({ address }) => address)
}

export async function selectContactsOfGroup(db: Database, groupId: string): Promise<{ id: string; name: string }[]> {
  return db<{ id: string; name: string }[]>`
    select c.id, c.name from groups.contact_member m join people.contact c on c.id = m.contact_id and c.deactivated_at is null
     where m.group_id = ${groupId} order by platform.plain(lower(c.name)), c.id limit 200`
}

/** The contacts that lines name: by full name, CPF or CNPJ, or by the number at the end of the line. */
export async function selectNamedContacts(
  db: Database,
  lines: readonly string[],
): Promise<{ line: string; id: string; name: string }[]> {
  return db<{ line: string; id: string; name: string }[]>`
    with l as materialized (
      select line, regexp_replace(line, '[^0-9A-Za-z]', '', 'g') as code,
             substring(line from '[(]nº ([0-9]{1,15})[)]$')::bigint as id
        from unnest(${[...lines]}::text[]) line)
    select l.line, c.id, c.name from l join people.contact c on c.deactivated_at is null and c.id = l.id
    union
    select l.line, c.id, c.name from l join people.contact c on c.deactivated_at is null and c.cpf = l.code
    union
    select l.line, c.id, c.name from l join people.contact c on c.deactivated_at is null and c.cnpj = upper(l.code)
    union
    select l.line, c.id, c.name from l join people.contact c
      on c.deactivated_at is null and platform.plain(lower(c.name)) = platform.plain(lower(l.line)) and l.id is null
     limit 1000`
}

export interface OwnerOfGroup {
  readonly scope: GroupScope
  readonly agencyId: string | null
  readonly unitId: string | null
  readonly accountId: string | null
}

/** Undefined where the same owner has a group of that name. */
export async function insertGroup(
  db: Database,
  owner: OwnerOfGroup,
  group: { readonly kind: GroupKind; readonly name: string; readonly description: string },
): Promise<string | undefined> {
  const [row] = await db<{ id: string }[]>`
    insert into groups.recipient_group (kind, scope, agency_id, unit_id, account_id, name, description)
    values (${group.kind}, ${owner.scope}, ${owner.agencyId}, ${owner.unitId}, ${owner.accountId}, ${group.name}, ${group.description})
    on conflict do nothing returning id`
  return row?.id
}

/** False where the same owner has another group of that name. */
export async function updateGroup(
  db: Database,
  id: string,
  { name, description }: { readonly name: string; readonly description: string },
): Promise<boolean> {
  const rows = await db`
    update groups.recipient_group r set name = ${name}, description = ${description}
     where r.id = ${id} and not exists (
       select 1 from groups.recipient_group o where o.id <> r.id and o.name = ${name} and o.kind = r.kind
          and (o.scope, o.agency_id, o.unit_id, o.account_id) is not distinct from (r.scope, r.agency_id, r.unit_id, r.account_id))
    returning 1`
  return rows.length > 0
}

export async function updateGroupActive(db: Database, id: string, deactivatedAt: Date | undefined): Promise<void> {
  await db`update groups.recipient_group set deactivated_at = ${deactivatedAt ?? null} where id = ${id}`
}

export async function replaceUnits(db: Database, groupId: string, unitIds: readonly string[]): Promise<void> {
  await db`delete from groups.unit_member where group_id = ${groupId} and unit_id <> all (${[...unitIds]}::text[]::bigint[])`
  await db`insert into groups.unit_member (group_id, unit_id)
    select ${groupId}, id from unnest(${[...unitIds]}::text[]::bigint[]) id on conflict do nothing`
}

export async function replaceContacts(db: Database, groupId: string, contactIds: readonly string[]): Promise<void> {
  await db`delete from groups.contact_member where group_id = ${groupId} and contact_id <> all (${[...contactIds]}::text[]::bigint[])`
  await db`insert into groups.contact_member (group_id, contact_id)
    select ${groupId}, id from unnest(${[...contactIds]}::text[]::bigint[]) id on conflict do nothing`
}

export async function replaceAddresses(
  db: Database,
  groupId: string,
  emails: readonly { readonly address: string; readonly description: string }[],
): Promise<void> {
  await db`delete from groups.email_member where group_id = ${groupId}`
  await db`insert into groups.email_member (group_id, address, description)
    select ${groupId}, e.address, e.description
      from jsonb_to_recordset(${JSON.stringify(emails)}::text::jsonb) as e(address text, description text)
    on conflict do nothing`
}

export async function countGroupsOf(db: Database, unitId: string): Promise<number> {
  const [row] = await db<
    { n: number }[]
  >`select count(*)::int as n from groups.recipient_group where unit_id = ${unitId}`
  return row?.n ?? 0
}

/** The groups of a unit become another's; a name that is taken there gets the old unit's acronym. */
export async function moveGroups(db: Database, from: string, to: string): Promise<number> {
  const rows = await db`
    update groups.recipient_group r
       set unit_id = ${to}, name = case when exists (
             select 1 from groups.recipient_group o where o.unit_id = ${to} and o.kind = r.kind and o.name = r.name)
           then left(r.name, 55) || ' (' || (select acronym from organization.unit where id = ${from}) || ' ' || r.id || ')' else r.name end
     where r.unit_id = ${from} returning 1`
  return rows.length
}
