import type { Actor } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'

export interface DestinationRow {
  unitId: string
  agencyId: string
  acronym: string
  available: boolean
  alreadyThere: boolean
  awaitsReturn: boolean
  isOwnUnit: boolean
  warnsOnReceipt: boolean
  emails: string[]
}

/** The units asked for, with all that decides whether the case file may go there. */
export async function selectDestinations(
  db: Database,
  ownUnitId: string,
  caseFileId: string,
  unitIds: readonly string[],
  today: string,
): Promise<DestinationRow[]> {
  return db<DestinationRow[]>`
    select u.id as "unitId", u.agency_id as "agencyId", case when u.agency_id = o.agency_id then u.acronym else g.acronym || '/' || u.acronym end as acronym,
           u.available_for_sending and u.deactivated_at is null and g.may_receive and g.deactivated_at is null
             and exists (select 1 from organization.placement p where p.unit_id = u.id and p.valid @> ${today}::date) as available,
           exists (select 1 from cases.holding h where h.case_file_id = ${caseFileId} and h.unit_id = u.id and h.closed_at is null) as "alreadyThere",
           exists (select 1 from routing.movement m where m.case_file_id = ${caseFileId} and m.from_unit_id = u.id and m.to_unit_id = o.id
                     and m.return_due is not null and m.returned_at is null and m.recalled_at is null) as "awaitsReturn",
           u.id = o.id as "isOwnUnit", u.warns_on_receipt as "warnsOnReceipt",
           array(select e.address from organization.unit_email e where e.unit_id = u.id order by e.id) as emails
      from organization.unit u
      join organization.agency g on g.id = u.agency_id
      join organization.unit o on o.id = ${ownUnitId}
     where u.id = any (${[...unitIds]}::text[]::bigint[])
     order by g.acronym, u.acronym`
}

export async function insertMovements(
  db: Database,
  actor: Actor,
  caseFileId: string,
  to: readonly { readonly unitId: string; readonly returnDue: string | undefined }[],
  keptOpen: boolean,
  now: Date,
): Promise<void> {
  await db`insert into routing.movement (case_file_id, from_unit_id, to_unit_id, sent_at, sent_by, kept_open, return_due)
    select ${caseFileId}, ${actor.unitId}, u::bigint, ${now}, ${actor.userId}, ${keptOpen}, due::date
      from unnest(${to.map(({ unitId }) => unitId)}::text[], ${to.map(({ returnDue }) => returnDue ?? '')}::text[]) as t(u, given),
           nullif(given, '') due`
}

/** The units that wait for this one to send the case file back. */
export async function selectDemands(
  db: Database,
  unitId: string,
  caseFileId: string,
): Promise<{ unitId: string; acronym: string }[]> {
  return db<{ unitId: string; acronym: string }[]>`
    select distinct u.id as "unitId", u.acronym from routing.movement m join organization.unit u on u.id = m.from_unit_id
     where m.case_file_id = ${caseFileId} and m.to_unit_id = ${unitId}
       and m.return_due is not null and m.returned_at is null and m.recalled_at is null
     order by u.acronym`
}

/** Sending back to a unit that waits for a return stops its clock (PRO-151). */
export async function closeReturns(
  db: Database,
  fromUnitId: string,
  caseFileId: string,
  toUnitIds: readonly string[],
  now: Date,
): Promise<void> {
  await db`update routing.movement set returned_at = ${now}
    where case_file_id = ${caseFileId} and to_unit_id = ${fromUnitId} and from_unit_id = any (${[...toUnitIds]}::text[]::bigint[])
      and return_due is not null and returned_at is null and recalled_at is null`
}

export async function markMovementReceived(db: Database, caseFileId: string, unitId: string, now: Date): Promise<void> {
  await db`update routing.movement set received_at = ${now}
    where case_file_id = ${caseFileId} and to_unit_id = ${unitId} and received_at is null and recalled_at is null`
}

export interface RecallableRow {
  movementId: string
  toUnitId: string
  acronym: string
  keptOpen: boolean
}

/** What the unit sent and nobody at the destination has opened yet. */
export async function selectRecallable(db: Database, caseFileId: string, fromUnitId: string): Promise<RecallableRow[]> {
  return db<RecallableRow[]>`${recallable(db, caseFileId, fromUnitId)}`
}

/** The same, as a part of a statement. */
export const recallable = (db: Database, caseFileId: string, fromUnitId: string) => db`
    select m.id as "movementId", m.to_unit_id as "toUnitId", u.acronym, m.kept_open as "keptOpen"
      from routing.movement m
      join organization.unit u on u.id = m.to_unit_id
      join cases.holding h on h.case_file_id = m.case_file_id and h.unit_id = m.to_unit_id and h.closed_at is null and h.received_at is null
     where m.case_file_id = ${caseFileId} and m.from_unit_id = ${fromUnitId} and m.received_at is null and m.recalled_at is null
     order by m.id`

export async function updateRecalled(
  db: Database,
  movementIds: readonly string[],
  by: string,
  now: Date,
): Promise<void> {
  await db`update routing.movement set recalled_at = ${now}, recalled_by = ${by}
    where id = any (${[...movementIds]}::text[]::bigint[])`
}

export interface UnitChoice {
  id: string
  acronym: string
  name: string
  agency: string
}

/**
 * Units to send to: those already ticked, then those that answer to the words, the ones where the case files passed first.
 * At most 30 besides the ticked.
 */
export async function searchUnits(
  db: Database,
  search: {
    readonly ownUnitId: string
    readonly text: string
    readonly chosen: readonly string[]
    readonly caseFileIds: readonly string[]
    readonly today: string
  },
): Promise<UnitChoice[]> {
  const like = `%${search.text
    .trim()
    .toLowerCase()
    .replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  return db<UnitChoice[]>`
    with found as (
      select u.id, u.acronym, u.name, g.acronym as agency, u.id = any (${[...search.chosen]}::text[]::bigint[]) as chosen,
             exists (select 1 from cases.passage p where p.unit_id = u.id
                       and p.case_file_id = any (${[...search.caseFileIds]}::text[]::bigint[])) as passed,
             u.agency_id = (select agency_id from organization.unit where id = ${search.ownUnitId}) as same_agency
        from organization.unit u
        join organization.agency g on g.id = u.agency_id and g.may_receive and g.deactivated_at is null
       where u.id <> ${search.ownUnitId} and u.available_for_sending and u.deactivated_at is null
         and exists (select 1 from organization.placement p where p.unit_id = u.id and p.valid @> ${search.today}::date)
         and (u.id = any (${[...search.chosen]}::text[]::bigint[])
              or platform.plain(lower(u.acronym || ' ' || u.name)) like platform.plain(${like}))
    )
    select id, acronym, name, agency from found
     order by chosen desc, passed desc, same_agency desc, agency, acronym
     limit ${search.chosen.length + 30}`
}

/** This unit and those that sent the case file to it or received it from it (PRO-131): a part of a statement. */
export const directLine = (db: Database, caseFileId: string, unitId: string) => db`
    select ${unitId}::bigint as id
    union select case when from_unit_id = ${unitId} then to_unit_id else from_unit_id end
      from routing.movement
     where case_file_id = ${caseFileId} and ${unitId} in (from_unit_id, to_unit_id) and recalled_at is null`
