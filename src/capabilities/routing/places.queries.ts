import type { Database } from '../../platform/db/index.ts'

export interface PlaceRow {
  unitAcronym: string
  unitName: string
  since: Date
  receivedAt: Date | null
  assignedToName: string | null
  suspended: boolean
  isOurs: boolean
  returnDue: string | null
}

/** The desks on which a case file lies, that of the unit first: a part of a statement. */
export const placesOf = (db: Database, unitId: string, caseFileId: string) => db`
    select case when u.agency_id = c.agency_id then u.acronym else g.acronym || '/' || u.acronym end as "unitAcronym",
           u.name as "unitName", h.opened_at as since, h.received_at as "receivedAt",
           coalesce(a.social_name, a.name) as "assignedToName", h.suspended, h.unit_id = ${unitId} as "isOurs",
           (select min(m.return_due)::text from routing.movement m where m.case_file_id = h.case_file_id and m.to_unit_id = h.unit_id
               and m.return_due is not null and m.returned_at is null and m.recalled_at is null) as "returnDue"
      from cases.holding h
      join cases.case_file c on c.id = h.case_file_id
      join organization.unit u on u.id = h.unit_id
      join organization.agency g on g.id = u.agency_id
      left join identity.account a on a.id = h.assigned_to
     where h.case_file_id = ${caseFileId} and h.closed_at is null
     order by h.unit_id = ${unitId} desc, h.opened_at limit 100`
