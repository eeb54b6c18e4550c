import type { Database } from '../../../platform/db/index.ts'
import type { PublicSettings } from '../settings/public-settings.ts'

/** The public case files and documents that have these digits. */
export async function selectPublicNumbers(
  db: Database,
  digits: string,
  { hiddenTypes }: Pick<PublicSettings, 'hiddenTypes'>,
): Promise<{ kind: 'case' | 'document'; number: string }[]> {
  // Longer digits are no document's.
  const number = digits.length <= 15 ? digits : null
  return db<{ kind: 'case' | 'document'; number: string }[]>`
    select 'case' as kind, c.digits as number from cases.case_file c
     where c.digits = ${digits} and search.public_case(c, ${[...hiddenTypes]}::bigint[])
    union all
    select 'document', lpad(d.number::text, 7, '0') from documents.document d join cases.case_file c on c.id = d.case_file_id
     where d.number = ${number}::bigint and search.public_document(d) and search.public_case(c, ${[...hiddenTypes]}::bigint[])`
}
