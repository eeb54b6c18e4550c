import type { Database } from '../../../platform/db/index.ts'

/** The digits of the case file in which a document stands; tells nobody that it exists: the gate is asked with them. */
export async function selectCaseDigitsOfDocument(db: Database, number: string): Promise<string | undefined> {
  if (!/^\d{1,15}$/.test(number)) return undefined
  const [row] = await db<{ digits: string }[]>`
    select c.digits from documents.document d join cases.case_file c on c.id = d.case_file_id
     where d.number = ${number} and d.state <> 'deleted'`
  return row?.digits
}
