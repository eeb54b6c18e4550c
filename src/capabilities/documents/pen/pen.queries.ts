import type { Database } from '../../../platform/db/index.ts'

export interface LockedRow {
  id: string
  number: string
  typeName: string
  typeNumber: string | null
  treeName: string
}

const labelled = (db: Database) => db`d.id, lpad(d.number::text, 7, '0') as number, d.type_number as "typeNumber",
  d.tree_name as "treeName", (select name from classification.document_type where id = d.document_type_id) as "typeName"`

/** Locks what is signed or uploaded and was not locked yet, and tells which: drafts stay as they are. */
export async function lockAll(db: Database, caseFileId: string, cause: string, now: Date): Promise<LockedRow[]> {
  return db<LockedRow[]>`
    update documents.document d set locked_at = ${now}, lock_cause = ${cause}
     where d.case_file_id = ${caseFileId} and d.state = 'active' and d.locked_at is null
       and (d.kind = 'uploaded' or d.signature_count > 0)
    returning ${labelled(db)}`
}

/** The same for one document; nothing when somebody else locked it meanwhile, or it has gone back to being a draft. */
export async function lockOne(
  db: Database,
  documentId: string,
  cause: string,
  now: Date,
): Promise<LockedRow | undefined> {
  const [row] = await db<LockedRow[]>`
    update documents.document d set locked_at = ${now}, lock_cause = ${cause}
     where d.id = ${documentId} and d.state = 'active' and d.locked_at is null
       and (d.kind = 'uploaded' or d.signature_count > 0)
    returning ${labelled(db)}`
  return row
}

export async function addSignature(db: Database, documentId: string): Promise<void> {
  await db`update documents.document set signature_count = signature_count + 1 where id = ${documentId}`
}

export async function updateTypeNumber(db: Database, documentId: string, typeNumber: string): Promise<void> {
  await db`update documents.document set type_number = ${typeNumber} where id = ${documentId} and type_number is null`
}

export async function useCredential(
  db: Database,
  by: { readonly userId: string; readonly unitId: string },
  documentId: string,
  now: Date,
): Promise<void> {
  await db`update documents.signature_credential set used_at = ${now}
    where document_id = ${documentId} and account_id = ${by.userId} and unit_id = ${by.unitId} and ended_at is null
      and used_at is null`
}
