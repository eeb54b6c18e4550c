import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { type Editor, type ListOf, type ListRequest, listOf, noteChange } from '../../organization/index.ts'
import type { DocumentType, DocumentTypeData } from './document-type.ts'
import { fieldsOfDocumentType } from './document-type-fields.text.ts'
import {
  type DocumentTypeRow,
  insertType,
  selectDocumentType,
  selectDocumentTypes,
  updateType,
} from './document-types.queries.ts'

export async function listDocumentTypes(db: Database, asked: ListRequest): Promise<ListOf<DocumentTypeRow>> {
  return listOf(await selectDocumentTypes(db, asked))
}

export function findDocumentType(db: Database, id: string): Promise<DocumentType | undefined> {
  return selectDocumentType(db, id)
}

/** Registers a kind of document, or changes the one of the id. Refused where another one has the name. */
export async function saveDocumentType(
  db: Database,
  by: Editor,
  id: string | undefined,
  data: DocumentTypeData,
  now: Date,
): Promise<Outcome<{ id: string }, { readonly kind: 'already-registered' }>> {
  return inTransaction(db, async (trx) => {
    const before = id === undefined ? undefined : await selectDocumentType(trx, id)
    const saved = id === undefined ? await insertType(trx, data) : (await updateType(trx, id, data)) ? id : undefined
    if (saved === undefined) return refuse({ kind: 'already-registered' })
    const fields = { before: before && fieldsOfDocumentType(before), after: fieldsOfDocumentType(data) }
    await noteChange(trx, by, { register: 'document-type', id: saved }, fields, now)
    return done({ id: saved })
  })
}
