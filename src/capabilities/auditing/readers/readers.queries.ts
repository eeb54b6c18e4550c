import type { Database } from '../../../platform/db/index.ts'

export interface ReaderRow {
  readonly person: string
  readonly unit: string
  readonly firstAt: Date
  readonly lastAt: Date
  readonly times: number
  /** Readers in all, on every row. */
  readonly total: number
}

type Subject = { readonly caseFileId: string } | { readonly documentId: string }

/** Persons, each in each unit, the last reader first. */
export async function selectReaders(
  db: Database,
  subject: Subject,
  keys: readonly string[],
  page: { readonly size: number; readonly number: number },
): Promise<ReaderRow[]> {
  return db<ReaderRow[]>`
    select coalesce(a.social_name, a.name) as person, u.acronym as unit, r.first_at as "firstAt", r.last_at as "lastAt",
           r.times, r.total
      from (select e.account_id, e.unit_id, min(e.at) as first_at, max(e.at) as last_at, count(*)::int as times,
                   (count(*) over ())::int as total
              from auditing.entry e
             where ${'caseFileId' in subject ? db`e.case_file_id = ${subject.caseFileId}` : db`e.document_id = ${subject.documentId}`}
               and e.resource = any (${[...keys]}::text[]) and e.account_id is not null and e.unit_id is not null
             group by e.account_id, e.unit_id
             order by max(e.at) desc, e.account_id, e.unit_id
             limit ${page.size} offset ${(page.number - 1) * page.size}) r
      join identity.account a on a.id = r.account_id
      join organization.unit u on u.id = r.unit_id
     order by r.last_at desc, r.account_id, r.unit_id`
}

/** Which of these are not recorded now, where access is not limited. */
export async function isRecorded(db: Database, keys: readonly string[]): Promise<boolean> {
  const [row] = await db<{ all: boolean }[]>`
    select ${[...keys]}::text[] <@ (select coalesce(array_agg(k), '{}') from auditing.rule r, unnest(r.resources) k where r.is_on) as all`
  return row?.all ?? false
}
