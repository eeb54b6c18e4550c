import type { Database } from '../../../platform/db/index.ts'

/** Digits of the case file in which a letter is, for the gate of the unit that asked for it. */
export async function selectDigits(db: Database, caseFileId: string): Promise<string> {
  const [row] = await db<{ digits: string }[]>`select digits from cases.case_file where id = ${caseFileId}`
  return row?.digits ?? ''
}

export async function selectDocumentId(db: Database, number: string): Promise<string> {
  const [row] = await db<{ id: string }[]>`select id from documents.document where number = ${number}`
  if (!row) throw new Error('a document that was just included is not there')
  return row.id
}
