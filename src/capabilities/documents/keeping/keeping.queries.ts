import type { Database } from '../../../platform/db/index.ts'
import type { AccessLevel } from '../../cases/index.ts'

export interface DataToKeep {
  typeId: string
  description: string
  treeName: string
  level: AccessLevel
  legalBasisId: string | null
  typeNumber: string | null
}

export async function updateData(db: Database, documentId: string, data: DataToKeep): Promise<void> {
  await db`update documents.document set document_type_id = ${data.typeId}, description = ${data.description},
      tree_name = ${data.treeName}, level = ${data.level}, legal_basis_id = ${data.legalBasisId},
      type_number = ${data.typeNumber}
    where id = ${documentId}`
}

export async function selectLegalBasisName(db: Database, id: string | undefined): Promise<string | undefined> {
  const [row] = await db<{ name: string }[]>`select name from classification.legal_basis where id = ${id ?? null}`
  return row?.name
}

/** A type that files may have, by its id. */
export async function selectUploadType(
  db: Database,
  typeId: string,
): Promise<{ id: string; name: string } | undefined> {
  const [row] = await db<{ id: string; name: string }[]>`
    select id, name from classification.document_type
     where id = ${typeId} and deactivated_at is null and not internal and applies_to in ('uploaded', 'both')`
  return row
}

export async function removeDocument(
  db: Database,
  documentId: string,
  removal: {
    readonly kind: 'deleted' | 'cancelled'
    readonly reason: string
    readonly termId: string | undefined
    readonly accountId: string
    readonly unitId: string
  },
  now: Date,
): Promise<void> {
  await db`with marked as (update documents.document set state = ${removal.kind} where id = ${documentId} returning id)
    insert into documents.removal (document_id, kind, reason, at, account_id, unit_id, term_id)
    select id, ${removal.kind}, ${removal.reason}, ${now}, ${removal.accountId}, ${removal.unitId}, ${removal.termId ?? null}
      from marked`
}

/** Gives the documents of a case file the places in which their ids stand. */
export async function updatePositions(db: Database, caseFileId: string, ids: readonly string[]): Promise<void> {
  await db`update documents.document d set position = p.place::int
      from unnest(${[...ids]}::bigint[]) with ordinality as p(id, place)
     where d.id = p.id and d.case_file_id = ${caseFileId} and d.position <> p.place::int`
}

/** Whether the installation wants a signed term before a document is cancelled (DOC-084). */
export async function isTermRequired(db: Database): Promise<boolean> {
  const [row] = await db<{ required: boolean }[]>`select platform.flag('documents.cancellation-term') as required`
  return row?.required ?? false
}
