import type { Database } from '../../../platform/db/index.ts'
import { selectCaseDigits } from './printing.queries.ts'

/** Digits of the case file of a document, '' for none: only to ask the holder of a credential for the password. */
export async function findCaseDigits(db: Database, documentNumber: string): Promise<string> {
  if (!/^\d{1,15}$/.test(documentNumber)) return ''
  return (await selectCaseDigits(db, documentNumber)) ?? ''
}
