import type { Database } from '../../../platform/db/index.ts'

/** Digits of the case file in which a letter is, and the acronym of the unit that asked for it: for the gate of that unit. */
export async function selectGate(
  db: Database,
  of: { readonly caseFileId: string; readonly unitId: string },
): Promise<{ caseDigits: string; unitAcronym: string }> {
  const [row] = await db<{ caseDigits: string; unitAcronym: string }[]>`
    select c.digits as "caseDigits", u.acronym as "unitAcronym"
      from cases.case_file c, organization.unit u where c.id = ${of.caseFileId} and u.id = ${of.unitId}`
  if (!row) throw new Error('a letter without its case file')
  return row
}

export async function selectDocumentId(db: Database, number: string): Promise<string> {
  const [row] = await db<{ id: string }[]>`select id from documents.document where number = ${number}`
  if (!row) throw new Error('a document that was just included is not there')
  return row.id
}
