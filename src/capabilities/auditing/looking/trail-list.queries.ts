import type { Database } from '../../../platform/db/index.ts'
import { type Reach, unitWithinReach } from '../../organization/index.ts'
import type { TrailFilter } from './trail-filter.form.ts'

export interface TrailRow {
  readonly id: string
  readonly at: Date
  readonly person: string | null
  readonly login: string | null
  readonly substituting: string
  readonly unit: string | null
  readonly ip: string
  readonly userAgent: string
  readonly server: string
  readonly resource: string
  readonly operation: string
  readonly caseFileId: string | null
  readonly documentNumber: string | null
}

/** What the number of the filter turned out to be, behind the gate. */
export interface TrailSubject {
  readonly caseFileId?: string
  readonly documentId?: string
}

/** Newest first. What happened outside of any unit is shown to who audits the whole installation. */
export async function selectTrail(
  db: Database,
  reach: Reach,
  filter: TrailFilter,
  subject: TrailSubject,
  most: number,
): Promise<TrailRow[]> {
  const { login, unit, resource, ip, after } = filter
  return db<TrailRow[]>`
    select e.id, e.at, coalesce(a.social_name, a.name) as person, a.login, e.substituting, u.acronym as unit, e.ip,
           e.user_agent as "userAgent", e.server, e.resource, e.operation, e.case_file_id as "caseFileId",
           d.number as "documentNumber"
      from auditing.entry e
      left join identity.account a on a.id = e.account_id
      left join organization.unit u on u.id = e.unit_id
      left join documents.document d on d.id = e.document_id
     where e.at >= ${`${filter.from}T00:00:00-03:00`}::timestamptz
       and e.at < ${`${filter.until}T00:00:00-03:00`}::timestamptz + interval '1 day'
       and ${reach.agencyId === undefined ? db`true` : unitWithinReach(db, reach)}
       ${login ? db`and e.account_id in (select x.id from identity.account x where x.login = ${login})` : db``}
       ${unit ? db`and e.unit_id in (select x.id from organization.unit x where lower(x.acronym) = lower(${unit}))` : db``}
       ${resource ? db`and e.resource = ${resource}` : db``}
       ${ip ? db`and e.ip = ${ip}` : db``}
       ${subject.caseFileId ? db`and e.case_file_id = ${subject.caseFileId}` : db``}
       ${subject.documentId ? db`and e.document_id = ${subject.documentId}` : db``}
       ${after ? db`and (e.at, e.id) < (select x.at, x.id from auditing.entry x where x.id = ${after})` : db``}
     order by e.at desc, e.id desc
     limit ${most}`
}
