import type { Actor } from '../../platform/actor.ts'
import type { LocalDate } from '../../platform/calendar/index.ts'
import type { Database } from '../../platform/db/index.ts'

export interface SectorRow {
  id: string
  unitId: string
  unit: string
  daysBefore: number
  dueOn: LocalDate
  request: string
  askedAt: Date
  returnedOn: LocalDate | null
  document: string
  /** It was asked of this unit, or of one that it stands for. */
  isOurs: boolean
}

/** The units asked, in the order in which they were; at most 200. */
export async function selectSectors(db: Database, actor: Actor, demandId: string): Promise<SectorRow[]> {
  return db<SectorRow[]>`
    select s.id, s.unit_id as "unitId", u.acronym as unit, s.days_before as "daysBefore", s.due_on::text as "dueOn", s.request,
           s.asked_at as "askedAt", s.returned_on::text as "returnedOn", coalesce(s.document, '') as document,
           s.unit_id in (select organization.lineage(${actor.unitId})) as "isOurs"
      from demands.sector s join organization.unit u on u.id = s.unit_id
     where s.demand_id = ${demandId} order by s.id limit 200`
}

/** Those that are asked already and have not returned are left as they are. Answers how many were asked now. */
export async function insertSectors(
  db: Database,
  actor: Actor,
  asked: {
    readonly demandId: string
    readonly unitIds: readonly string[]
    readonly daysBefore: number
    readonly dueOn: LocalDate
    readonly request: string
  },
  now: Date,
): Promise<number> {
  const rows = await db`
    insert into demands.sector (demand_id, unit_id, days_before, due_on, request, asked_at, asked_by)
    select ${asked.demandId}, unit::bigint, ${asked.daysBefore}, ${asked.dueOn}::date, ${asked.request}, ${now}, ${actor.userId}
      from unnest(${[...asked.unitIds]}::text[]) unit
    on conflict do nothing`
  return rows.count
}

/** The days of those that have not returned, as another deadline of the demand gives them. */
export async function updateSectorDays(
  db: Database,
  days: readonly { readonly id: string; readonly dueOn: LocalDate }[],
): Promise<void> {
  if (days.length === 0) return
  await db`update demands.sector s set due_on = n.due_on
    from unnest(${days.map(({ id }) => id)}::text[]::bigint[], ${days.map(({ dueOn }) => dueOn)}::text[]::date[]) n (id, due_on)
   where s.id = n.id`
}

export async function updateReturn(
  db: Database,
  actor: Actor,
  told: { readonly id: string; readonly returnedOn: LocalDate; readonly document: string },
  now: Date,
): Promise<void> {
  await db`update demands.sector set returned_on = ${told.returnedOn}::date, document = ${told.document}, returned_at = ${now},
      returned_by = ${actor.userId} where id = ${told.id}`
}

export interface ExtensionRow {
  id: string
  askedOn: LocalDate
  askedUntil: LocalDate
  reason: string
  decidedOn: LocalDate | null
  /** Null: refused, or not decided yet. */
  grantedUntil: LocalDate | null
}

export async function selectExtensions(db: Database, demandId: string): Promise<ExtensionRow[]> {
  return db<ExtensionRow[]>`
    select id, asked_on::text as "askedOn", asked_until::text as "askedUntil", reason, decided_on::text as "decidedOn",
           granted_until::text as "grantedUntil" from demands.extension where demand_id = ${demandId} order by id limit 100`
}

export async function insertExtension(
  db: Database,
  actor: Actor,
  asked: { readonly demandId: string; readonly askedOn: LocalDate; readonly until: LocalDate; readonly reason: string },
  now: Date,
): Promise<void> {
  await db`insert into demands.extension (demand_id, asked_on, asked_until, reason, asked_at, asked_by)
    values (${asked.demandId}, ${asked.askedOn}::date, ${asked.until}::date, ${asked.reason}, ${now}, ${actor.userId})`
}

export async function updateExtension(
  db: Database,
  actor: Actor,
  told: { readonly id: string; readonly decidedOn: LocalDate; readonly grantedUntil: LocalDate | null },
  now: Date,
): Promise<void> {
  await db`update demands.extension set decided_on = ${told.decidedOn}::date, granted_until = ${told.grantedUntil}::date,
      decided_at = ${now}, decided_by = ${actor.userId} where id = ${told.id}`
}
