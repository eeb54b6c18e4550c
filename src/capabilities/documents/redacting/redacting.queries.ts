import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { Document } from '../document.ts'

export async function insertRedaction(
  db: Database,
  actor: Actor,
  redaction: {
    readonly documentId: string
    readonly original: Pick<Document, 'id' | 'version'>
    readonly legalBasis: string
    readonly stripes: number
  },
  now: Date,
): Promise<void> {
  const { documentId, original, legalBasis, stripes } = redaction
  await db`insert into documents.redaction (document_id, original_id, original_version, legal_basis, stripes, at, account_id, unit_id)
    values (${documentId}, ${original.id}, ${original.version}, ${legalBasis}, ${stripes}, ${now}, ${actor.userId}, ${actor.unitId})`
}
