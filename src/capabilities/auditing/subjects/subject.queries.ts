import type { Database } from '../../../platform/db/index.ts'

export interface SubjectReader {
  readonly person: string | null
  readonly unit: string | null
  /** Of the register of the person, or of case files. */
  readonly what: 'register' | 'case-files'
  readonly firstAt: Date
  readonly lastAt: Date
  readonly times: number
}

export const mostCaseFiles = 200
export const mostReaders = 200

/** Case files in which somebody is interested, the newest first. Who may know of them is asked after. */
export async function selectCaseFilesOf(db: Database, contactId: string): Promise<string[]> {
  const rows = await db<{ id: string }[]>`
    select case_file_id as id from cases.interested_party where contact_id = ${contactId}
     order by case_file_id desc limit ${mostCaseFiles}`
  return rows.map(({ id }) => id)
}

/** Who opened the register of somebody, and these case files; the last reader first. */
export async function selectSubjectReaders(
  db: Database,
  contactId: string,
  caseFileIds: readonly string[],
  keys: readonly string[],
): Promise<SubjectReader[]> {
  return db<SubjectReader[]>`
    with read as (
      select 'register' as what, e.account_id, e.unit_id, e.at from auditing.entry e where e.contact_id = ${contactId}
      union all
      select 'case-files', e.account_id, e.unit_id, e.at from auditing.entry e
       where e.case_file_id = any (${[...caseFileIds]}::text[]::bigint[]) and e.resource = any (${[...keys]}::text[])
    ), counted as (
      select what, account_id, unit_id, min(at) as first_at, max(at) as last_at, count(*)::int as times
        from read group by what, account_id, unit_id order by max(at) desc limit ${mostReaders}
    )
    select c.what, coalesce(a.social_name, a.name) as person, u.acronym as unit, c.first_at as "firstAt",
           c.last_at as "lastAt", c.times
      from counted c
      left join identity.account a on a.id = c.account_id
      left join organization.unit u on u.id = c.unit_id
     order by c.last_at desc, c.what, a.id`
}
