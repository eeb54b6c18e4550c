import type { Actor } from '../../../platform/actor.ts'
import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { Absence, Calendar, OfficeOfUnit } from './calendar.ts'

/** Offices `o` of the units that this one stands for. */
export const isOfUnit = (db: Database, actor: Actor) => db`o.unit_id in (select organization.lineage(${actor.unitId}))`

/** The offices in use of the unit, those with an agenda first; at most 50. */
export async function selectOffices(db: Database, actor: Actor, day: LocalDate): Promise<OfficeOfUnit[]> {
  return db<OfficeOfUnit[]>`
    select o.id as "officeId", o.title, t.name as attendant, t.capacity, coalesce(t.is_substitute, false) as "isSubstitute",
           case when k.office_id is not null then jsonb_build_object('opens', to_char(k.opens, 'HH24:MI'),
             'closes', to_char(k.closes, 'HH24:MI'), 'slotMinutes', k.slot_minutes, 'isPublic', k.is_public) end as calendar
      from identity.office o
      left join agenda.calendar k on k.office_id = o.id
      left join lateral agenda.attendant(o.id, ${day}::date) t on true
     where ${isOfUnit(db, actor)} and o.deactivated_at is null
     order by k.office_id is null, o.title, o.id limit 50`
}

/** Opens the agenda, or changes its hours. Undefined: there is no such office here. */
export async function upsertCalendar(
  db: Database,
  actor: Actor,
  hours: Pick<Calendar, 'officeId' | 'opens' | 'closes' | 'slotMinutes' | 'isPublic'>,
  now: Date,
): Promise<string | undefined> {
  const [row] = await db<{ id: string }[]>`
    insert into agenda.calendar as k (office_id, opens, closes, slot_minutes, is_public, opened_at, opened_by)
    select o.id, ${hours.opens}::text::time, ${hours.closes}::text::time, ${hours.slotMinutes}::int, ${hours.isPublic}, ${now}, ${actor.userId}
      from identity.office o where o.id = ${hours.officeId} and ${isOfUnit(db, actor)} and o.deactivated_at is null
    on conflict (office_id) do update set opens = excluded.opens, closes = excluded.closes,
       slot_minutes = excluded.slot_minutes, is_public = excluded.is_public
    returning office_id as id`
  return row?.id
}

/**
 * Who stands in for this office, and for whom its holder stands in, between days, the first ones first; at most 20. Only of
 * offices whose agenda is public is it told that their days are answered for here.
 */
export async function selectAbsences(
  db: Database,
  officeId: string,
  { from, until }: { readonly from: LocalDate; readonly until: LocalDate },
): Promise<Absence[]> {
  return db<Absence[]>`
    select o.id as "officeId", o.title, coalesce(h.social_name, h.name) as holder, coalesce(a.social_name, a.name) as substitute,
           o.title || ' ' || s.style as capacity, lower(s.valid)::text as from, (upper(s.valid) - 1)::text as until
      from identity.substitution s
      join identity.office o on o.id = s.office_id
      join agenda.calendar k on k.office_id = o.id
      join identity.account a on a.id = s.substitute_id
      left join identity.tenure t on t.id = s.tenure_id
      left join identity.account h on h.id = t.account_id
     where s.valid && daterange(${from}::date, ${until}::date, '[]')
       and (s.office_id = ${officeId}
            or (k.is_public and exists (select 1 from identity.tenure m where m.office_id = ${officeId} and m.account_id = s.substitute_id and m.valid && s.valid)))
     order by lower(s.valid), s.id limit 20`
}
