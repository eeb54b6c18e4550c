import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { type ListOf, type ListRequest, listOf } from '../../organization/index.ts'
import type { DocumentType, DocumentTypeData } from './document-type.ts'
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
  id: string | undefined,
  data: DocumentTypeData,
): Promise<Outcome<{ id: string }, { readonly kind: 'already-registered' }>> {
  return inTransaction(db, async (trx) => {
    const saved = id === undefined ? await insertType(trx, data) : (await updateType(trx, id, data)) ? id : undefined
    return saved === undefined ? refuse({ kind: 'already-registered' }) : done({ id: saved })
  })
}
