import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { Derivation } from './begin-related.ts'

export async function insertRelated(
  db: Database,
  actor: Actor,
  related: { readonly documentId: string; readonly originalId: string; readonly reason: Derivation },
  now: Date,
): Promise<void> {
  await db`insert into publishing.related (document_id, original_id, reason, at, account_id, unit_id)
    values (${related.documentId}, ${related.originalId}, ${related.reason}, ${now}, ${actor.userId}, ${actor.unitId})`
}

export interface RelatedRow {
  /** The other document: made of this one, or that of which this one was made. */
  id: string
  number: string
  typeName: string
  typeNumber: string | null
  reason: Derivation
  /** This document is the original; else the other one is. */
  isOriginal: boolean
}

/** What was made of a document, and of what it was made; those of which nothing is left are not there. */
export const related = (db: Database, documentId: string) => db`
    select o.id::text as id, lpad(o.number::text, 7, '0') as number, t.name as "typeName", o.type_number as "typeNumber", r.reason,
           r.original_id = ${documentId} as "isOriginal"
      from (select document_id as other_id, reason, original_id from publishing.related where original_id = ${documentId}
            union all
            select original_id, reason, original_id from publishing.related where document_id = ${documentId}) r
      join documents.document o on o.id = r.other_id and o.state <> 'deleted'
      join classification.document_type t on t.id = o.document_type_id
     order by o.id limit 50`
