import type { Actor } from '../../platform/actor.ts'
import type { LocalDate } from '../../platform/calendar/index.ts'
import type { Database } from '../../platform/db/index.ts'
import type { ClassFacts } from './terms/term.rules.ts'

/** An archived case file with all that decides its term and what may be done with it. */
export interface KeptRow {
  filingId: string
  caseFileId: string
  number: string
  digits: string
  typeName: string
  unitId: string
  unitAcronym: string
  agencyId: string
  phase: 'current' | 'intermediate' | 'permanent'
  concludedOn: LocalDate
  filedAt: Date
  filedByName: string
  filedUnitId: string
  filedUnitAcronym: string
  justification: string
  keptHere: boolean
  confidential: boolean
  hasAnnexes: boolean
  /** By order, nothing is written to it (PRO-200). */
  blocked: boolean
  classes: (ClassFacts & { id: string; description: string })[]
  events: { id: string; name: string; on: LocalDate }[]
  heldFor: string | null
  heldSince: Date | null
  heldBy: string | null
  /** The listing in which it stands and is not withdrawn. */
  listingId: string | null
  listingName: string | null
  itemState: 'listed' | 'contested' | 'eliminated' | null
  eliminatedBy: string | null
}

const columns = (db: Database, actor: Pick<Actor, 'unitId'>) => db`
  f.id as "filingId", c.id as "caseFileId", c.number, c.digits, t.name as "typeName", f.unit_id as "unitId",
  u.acronym as "unitAcronym", u.agency_id as "agencyId", f.phase, f.concluded_on::text as "concludedOn", f.filed_at as "filedAt",
  coalesce(a.social_name, a.name) as "filedByName", f.filed_unit_id as "filedUnitId", fu.acronym as "filedUnitAcronym",
  f.justification, f.unit_id in (select organization.lineage(${actor.unitId})) as "keptHere",
  c.effective_level = 'confidential' or c.level = 'confidential' as confidential,
  exists (select 1 from cases.annexation x where x.principal_id = c.id and x.undone_at is null) as "hasAnnexes",
  exists (select 1 from cases.blocking x where x.case_file_id = c.id and x.ended_at is null) as blocked,
  coalesce((select jsonb_agg(jsonb_build_object('id', r.id::text, 'code', r.code, 'description', r.description,
                     'currentYears', r.current_years, 'intermediateYears', r.intermediate_years, 'disposition', r.disposition,
                     'termEvent', r.term_event) order by r.code)
              from (select distinct m.id from cases.case_class k
                     cross join lateral classification.classes_in_force(k.record_class_id) m(id) where k.case_file_id = c.id) m
              join classification.record_class r on r.id = m.id), '[]') as classes,
  coalesce((select jsonb_agg(jsonb_build_object('id', e.id::text, 'name', e.name, 'on', e.happened_on) order by e.id)
              from archive.term_event e where e.case_file_id = c.id and e.withdrawn_at is null), '[]') as events,
  h.reason as "heldFor", h.placed_at as "heldSince", coalesce(ha.social_name, ha.name) as "heldBy",
  i.listing_id as "listingId", l.number || '/' || l.year as "listingName", i.state as "itemState",
  (select min(e.term) from documents.elimination e where e.case_file_id = c.id) as "eliminatedBy"`

const from = (db: Database, filings = db`archive.filing`) => db`
  from ${filings} f
  join cases.case_file c on c.id = f.case_file_id
  join classification.case_type t on t.id = c.case_type_id
  join organization.unit u on u.id = f.unit_id
  join organization.unit fu on fu.id = f.filed_unit_id
  join identity.account a on a.id = f.filed_by
  left join archive.hold h on h.case_file_id = c.id and h.lifted_at is null
  left join identity.account ha on ha.id = h.placed_by
  left join archive.listing_item i on i.case_file_id = c.id and i.state <> 'withdrawn'
  left join archive.listing l on l.id = i.listing_id`

/** How one archived case file is kept; undefined where it is not archived. It has passed the gate. */
export async function selectKept(
  db: Database,
  actor: Pick<Actor, 'unitId'>,
  caseFileId: string,
): Promise<KeptRow | undefined> {
  const [row] = await db<KeptRow[]>`select ${columns(db, actor)} ${from(db)}
    where f.case_file_id = ${caseFileId} and f.ended_at is null`
  return row
}

/** What a unit keeps and may list, the longest concluded first. */
export async function selectKeptHere(
  db: Database,
  actor: Actor,
  page: { readonly limit: number; readonly offset: number },
): Promise<KeptRow[]> {
  return db<KeptRow[]>`
    with ours as materialized (
      select f.* from archive.filing f join cases.case_file c on c.id = f.case_file_id
       where f.unit_id in (select organization.lineage(${actor.unitId})) and f.ended_at is null
         and cases.may_list(c, ${actor.unitId}, platform.flag('per-document-internal'))
       order by f.concluded_on, f.id limit ${page.limit} offset ${page.offset})
    select ${columns(db, actor)} ${from(db, db`ours`)} order by f.concluded_on, f.id`
}

/** What the unit keeps and might be eliminated: neither permanent, nor listed, nor eliminated; the longest concluded first. */
export async function selectCandidates(db: Database, actor: Actor, limit: number): Promise<KeptRow[]> {
  return db<KeptRow[]>`
    with ours as materialized (
      select f.* from archive.filing f join cases.case_file c on c.id = f.case_file_id
       where f.unit_id in (select organization.lineage(${actor.unitId})) and f.ended_at is null and f.phase <> 'permanent'
         and cases.may_list(c, ${actor.unitId}, platform.flag('per-document-internal'))
         and not exists (select 1 from archive.listing_item i where i.case_file_id = c.id and i.state <> 'withdrawn')
       order by f.concluded_on, f.id limit ${limit})
    select ${columns(db, actor)} ${from(db, db`ours`)} order by f.concluded_on, f.id`
}
