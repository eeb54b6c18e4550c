import type { Database } from '../../../platform/db/index.ts'

export async function setInPublication(db: Database, documentId: string): Promise<void> {
  await db`update documents.document set in_publication = true where id = ${documentId}`
}

export async function setPublishedFrom(db: Database, documentId: string, from: Date, stamp: string): Promise<void> {
  await db`update documents.document set published_from = ${from}, publication_stamp = ${stamp} where id = ${documentId}`
}

export async function clearPublication(db: Database, documentId: string): Promise<void> {
  await db`update documents.document set in_publication = false, published_from = null, publication_stamp = null
    where id = ${documentId}`
}
