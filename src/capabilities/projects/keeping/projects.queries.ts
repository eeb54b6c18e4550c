import type { Actor } from '../../../platform/actor.ts'
import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { isLinkKnown, joinLinkedCase } from '../../cases/index.ts'
import { rowsPerPage } from '../../organization/index.ts'
import type { ProjectState, ProjectTerms } from './project.ts'

export interface ProjectRow {
  id: string
  unitId: string
  unit: string
  name: string
  aim: string
  responsibleId: string
  responsible: string
  state: ProjectState
  startsOn: LocalDate
  endsOn: LocalDate
  /** Those that take part besides the one that keeps it, as people write them: `COFIC (SET/RN)`. */
  otherUnits: string[]
  /** Whether this unit keeps it. */
  isOurs: boolean
}

const columns = (db: Database, actor: Actor) => db`
  p.id, p.unit_id as "unitId", u.acronym || ' (' || g.acronym || ')' as unit, p.name, p.aim, p.responsible_id as "responsibleId",
  coalesce(a.social_name, a.name) as responsible, p.state, p.starts_on::text as "startsOn", p.ends_on::text as "endsOn",
  p.unit_id in (select organization.lineage(${actor.unitId})) as "isOurs",
  array(select v.acronym || ' (' || h.acronym || ')' from projects.participating_unit m
          join organization.unit v on v.id = m.unit_id join organization.agency h on h.id = v.agency_id
         where m.project_id = p.id and m.unit_id <> p.unit_id order by v.acronym, h.acronym) as "otherUnits"`

const withNames = (db: Database) => db`
  join organization.unit u on u.id = p.unit_id join organization.agency g on g.id = u.agency_id
  join identity.account a on a.id = p.responsible_id`

/** Undefined: there is none in which this unit takes part. */
export async function selectProject(
  db: Database,
  actor: Actor,
  id: string,
  mode: 'reading' | 'locked',
): Promise<ProjectRow | undefined> {
  const [row] = await db<ProjectRow[]>`
    select ${columns(db, actor)} from projects.project p ${withNames(db)}
     where p.id = ${id}
       and exists (select from projects.participating_unit m
                    where m.project_id = p.id and m.unit_id in (select organization.lineage(${actor.unitId})))
    ${mode === 'locked' ? db`for update of p` : db``}`
  return row
}

export interface ListedProject extends ProjectRow {
  total: number
  activities: number
  done: number
  late: number
  nextDue: LocalDate | null
}

/** The projects in which the unit takes part, those that end first; counted are the activities this person may know of. */
export async function selectProjects(
  db: Database,
  actor: Actor,
  asked: { readonly ended: boolean; readonly page: number; readonly today: LocalDate },
): Promise<ListedProject[]> {
  const known = isLinkKnown(db, actor)
  return db<ListedProject[]>`
    with listed as (
      select q.id, count(*) over ()::int as total from projects.project q
       where q.id = any (array(select m.project_id from projects.participating_unit m
                                where m.unit_id in (select organization.lineage(${actor.unitId}))))
         and (q.state in ('concluded', 'cancelled')) = ${asked.ended}
       order by q.ends_on, q.id limit ${rowsPerPage} offset ${(asked.page - 1) * rowsPerPage})
    select ${columns(db, actor)}, l.total, f.activities, f.done, f.late, f."nextDue"
      from listed l join projects.project p on p.id = l.id ${withNames(db)}
      left join lateral (
        select count(*)::int as activities, count(*) filter (where x.ended_on is not null)::int as done,
               count(*) filter (where x.ended_on is null and x.planned_until < ${asked.today}::date
                                  and p.state in ('planned', 'under-way'))::int as late,
               (min(x.planned_until) filter (where x.ended_on is null and x.planned_until >= ${asked.today}::date))::text as "nextDue"
          from projects.activity x ${joinLinkedCase(db)}
         where x.project_id = p.id and not x.is_cancelled and ${known}) f on true
     order by p.ends_on, p.id`
}

type ProjectData = Omit<ProjectTerms, 'units'>

/** Begins it, kept by the unit of the actor, which takes part from the first moment. */
export async function insertProject(db: Database, actor: Actor, terms: ProjectData, now: Date): Promise<string> {
  const [row] = await db<{ id: string }[]>`
    with made as (
      insert into projects.project (unit_id, name, aim, responsible_id, state, starts_on, ends_on, registered_at, registered_by, changed_at, changed_by)
      values (${actor.unitId}, ${terms.name}, ${terms.aim}, ${terms.responsibleId}, ${terms.state}, ${terms.startsOn}::date,
              ${terms.endsOn}::date, ${now}, ${actor.userId}, ${now}, ${actor.userId})
      returning id, unit_id),
    keeper as (insert into projects.participating_unit (project_id, unit_id) select id, unit_id from made)
    select id from made`
  if (!row) throw new Error('a project was not begun')
  return row.id
}

export async function updateProject(
  db: Database,
  actor: Actor,
  id: string,
  terms: ProjectData,
  now: Date,
): Promise<void> {
  await db`
    update projects.project set name = ${terms.name}, aim = ${terms.aim}, responsible_id = ${terms.responsibleId},
           state = ${terms.state}, starts_on = ${terms.startsOn}::date, ends_on = ${terms.endsOn}::date,
           changed_at = ${now}, changed_by = ${actor.userId} where id = ${id}`
}

/** These units take part, and the one that keeps it; no others. */
export async function setParticipating(db: Database, id: string, unitIds: readonly string[]): Promise<void> {
  await db`
    with gone as (
      delete from projects.participating_unit m using projects.project p
       where m.project_id = ${id} and p.id = m.project_id and m.unit_id <> p.unit_id
         and m.unit_id <> all (${[...unitIds]}::bigint[]))
    insert into projects.participating_unit (project_id, unit_id)
    select ${id}, t.id from unnest(${[...unitIds]}::bigint[]) t(id) on conflict do nothing`
}
