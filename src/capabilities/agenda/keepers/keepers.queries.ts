import type { Actor } from '../../../platform/actor.ts'
import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { isOfUnit } from '../authorities/calendars.queries.ts'

/** Who keeps the agenda of an office. */
export interface Keeper {
  readonly id: string
  readonly accountId: string
  readonly name: string
  readonly namedAt: Date
  readonly namedBy: string
}

/** An agenda of the unit, with who keeps it and whether this person is its holder today. */
export interface KeptCalendar {
  readonly officeId: string
  readonly title: string
  readonly isHolder: boolean
  readonly keepers: readonly Keeper[]
}

/** Whether this person reads and changes what is reserved in the agenda of an office `officeId`. */
export const keepsReserved = (db: Database, actor: Actor, officeId: ReturnType<Database>, today: LocalDate) =>
  db`agenda.keeps_reserved(${officeId}, ${actor.userId}, ${actor.permissions.has('cases.change')}, ${today}::date)`

/** Undefined: this unit keeps no such agenda. */
export async function selectKept(
  db: Database,
  actor: Actor,
  officeId: string,
  today: LocalDate,
): Promise<KeptCalendar | undefined> {
  const [row] = await db<(Omit<KeptCalendar, 'keepers'> & { keepers: (Omit<Keeper, 'namedAt'> & { at: string })[] })[]>`
    select o.id as "officeId", o.title,
           exists (select 1 from identity.tenure t where t.office_id = o.id and t.account_id = ${actor.userId} and t.valid @> ${today}::date) as "isHolder",
           coalesce((select jsonb_agg(jsonb_build_object('id', k.id::text, 'accountId', k.account_id::text, 'name', coalesce(a.social_name, a.name),
                       'at', k.named_at, 'namedBy', coalesce(b.social_name, b.name)) order by coalesce(a.social_name, a.name), k.id)
              from agenda.keeper k join identity.account a on a.id = k.account_id join identity.account b on b.id = k.named_by
             where k.office_id = o.id and k.ended_at is null), '[]') as keepers
      from identity.office o join agenda.calendar c on c.office_id = o.id
     where o.id = ${officeId} and ${isOfUnit(db, actor)} and o.deactivated_at is null`
  return row && { ...row, keepers: row.keepers.map(({ at, ...keeper }) => ({ ...keeper, namedAt: new Date(at) })) }
}

export async function selectKeepsReserved(
  db: Database,
  actor: Actor,
  officeId: string,
  today: LocalDate,
): Promise<boolean> {
  const [row] = await db<
    { keeps: boolean }[]
  >`select ${keepsReserved(db, actor, db`${officeId}::bigint`, today)} as keeps`
  return row?.keeps ?? false
}

export async function insertKeeper(
  db: Database,
  actor: Actor,
  named: { readonly officeId: string; readonly accountId: string },
  now: Date,
): Promise<void> {
  await db`insert into agenda.keeper (office_id, account_id, named_at, named_by)
    values (${named.officeId}, ${named.accountId}, ${now}, ${actor.userId})
    on conflict (office_id, account_id) where ended_at is null do nothing`
}

export async function endKeeper(db: Database, actor: Actor, officeId: string, id: string, now: Date): Promise<boolean> {
  const rows = await db`update agenda.keeper set ended_at = ${now}, ended_by = ${actor.userId}
    where id = ${id} and office_id = ${officeId} and ended_at is null returning id`
  return rows.length > 0
}
