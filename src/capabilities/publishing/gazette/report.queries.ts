import type { Actor } from '../../../platform/actor.ts'
import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'

/** What a unit sent to external gazettes of what was begun in a month. */
export interface SectorReport {
  unitAcronym: string
  unitName: string
  begun: number
  underWay: number
  published: number
  checked: number
  differing: number
  rejected: number
  cancelled: number
  /** Mean of days between sending and edition; null where nothing has come out. */
  meanDays: number | null
}

/**
 * The publications in external gazettes that were begun in a month, unit by unit of the agency: only of case files that this
 * unit may list, and of none that is confidential.
 */
export async function selectReport(
  db: Database,
  actor: Actor,
  month: { readonly from: LocalDate; readonly until: LocalDate },
): Promise<SectorReport[]> {
  return db<SectorReport[]>`
    select u.acronym as "unitAcronym", u.name as "unitName", count(*)::int as begun,
           count(*) filter (where p.state in ('to-send', 'approved', 'sent', 'received', 'scheduled'))::int as "underWay",
           count(*) filter (where p.state = 'published')::int as published,
           count(*) filter (where x.differences is not null)::int as checked,
           count(*) filter (where x.differences > 0)::int as differing,
           count(*) filter (where p.state = 'rejected')::int as rejected,
           count(*) filter (where p.state = 'cancelled')::int as cancelled,
           round(avg(p.on_date - (s.at at time zone v.time_zone)::date) filter (where p.state = 'published'), 1)::float8 as "meanDays"
      from publishing.publication p
      join publishing.vehicle v on v.id = p.vehicle_id and v.kind = 'external'
      join documents.document d on d.id = p.document_id
      join cases.case_file c on c.id = d.case_file_id
      join organization.unit u on u.id = p.unit_id and u.agency_id = ${actor.agencyId}
      left join lateral (select s.at from publishing.step s where s.publication_id = p.id and s.step = 'sent' order by s.id desc limit 1) s on true
      left join lateral (select m.differences from publishing.comparison m where m.publication_id = p.id order by m.id desc limit 1) x on true
     where p.created_at >= ${month.from}::date::timestamp at time zone 'America/Sao_Paulo'
       and p.created_at < (${month.until}::date + 1)::timestamp at time zone 'America/Sao_Paulo'
       and c.effective_level <> 'confidential' and cases.may_list(c, ${actor.unitId}, platform.flag('per-document-internal'))
     group by u.id, u.acronym, u.name order by u.acronym limit 500`
}
