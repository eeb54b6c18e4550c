import type { Actor } from '../../../platform/actor.ts'
import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { PublicationState } from '../publishing/publication.ts'

export interface ListedRow {
  id: string
  number: string
  typeName: string
  typeNumber: string | null
  summary: string
  state: PublicationState
  on: LocalDate | null
  vehicleName: string
  vehicleAcronym: string
  unitAcronym: string
  endReason: string | null
  total: number
}

/** What waits to be approved or sent, is under way, is out, was given back, or was cancelled. */
export type Listed = 'to-approve' | 'under-way' | 'published' | 'returned' | 'ended'

/** The publications of the unit, or of one that it succeeds, and those that it approves and sends, the latest first; none of a case file that is confidential now. */
export async function selectListed(
  db: Database,
  actor: Actor,
  listed: Listed,
  page: { readonly limit: number; readonly offset: number },
  now: Date,
): Promise<ListedRow[]> {
  return db<ListedRow[]>`
    select p.id, lpad(d.number::text, 7, '0') as number, t.name as "typeName", d.type_number as "typeNumber", p.summary,
           case when p.published_from <= ${now} and p.state = 'scheduled' then 'published' else p.state end as state,
           p.on_date::text as "on", v.name as "vehicleName", v.acronym as "vehicleAcronym", u.acronym as "unitAcronym", p.end_reason as "endReason",
           (count(*) over ())::int as total
      from (select p.id from publishing.publication p
             where p.unit_id in (select organization.lineage(${actor.unitId})) and ${inState(db, listed, now)}
            union
            select x.id from publishing.vehicle v
             cross join lateral (select p.id from publishing.publication p
                                  where p.vehicle_id = v.id and ${inState(db, listed, now)} offset 0) x
             where v.approving_unit_id in (select organization.lineage(${actor.unitId}))) found
      join publishing.publication p on p.id = found.id
      join documents.document d on d.id = p.document_id
      join cases.case_file c on c.id = d.case_file_id
      join classification.document_type t on t.id = d.document_type_id
      join publishing.vehicle v on v.id = p.vehicle_id
      join organization.unit u on u.id = d.unit_id
     where c.effective_level <> 'confidential' and cases.may_list(c, ${actor.unitId}, platform.flag('per-document-internal'))
     order by p.on_date desc nulls first, p.id desc limit ${page.limit} offset ${page.offset}`
}

function inState(db: Database, listed: Listed, now: Date) {
  if (listed === 'to-approve') return db`p.state in ('to-send', 'approved')`
  if (listed === 'returned') return db`p.state = 'rejected'`
  if (listed === 'ended') return db`p.state = 'cancelled'`
  const isOut = db`coalesce(p.published_from <= ${now}, false)`
  return listed === 'published'
    ? db`p.state in ('scheduled', 'published') and ${isOut}`
    : db`p.state in ('sent', 'received', 'scheduled') and not ${isOut}`
}

export interface SectorRow {
  unitAcronym: string
  unitName: string
  publications: number
}

/** How much each unit of the agency published in a month (FLX-064): what is out, which everybody may read. */
export async function selectSectors(
  db: Database,
  agencyId: string,
  month: { readonly from: LocalDate; readonly until: LocalDate },
  now: Date,
): Promise<SectorRow[]> {
  return db<SectorRow[]>`
    select u.acronym as "unitAcronym", u.name as "unitName", count(*)::int as publications
      from publishing.publication p
      join documents.document d on d.id = p.document_id
      join organization.unit u on u.id = d.unit_id and u.agency_id = ${agencyId}
     where p.on_date between ${month.from}::date and ${month.until}::date and p.published_from is not null
       and p.state in ('scheduled', 'published') and publishing.is_out(p, ${now})
     group by u.id, u.acronym, u.name order by count(*) desc, u.acronym limit 500`
}
