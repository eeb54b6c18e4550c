import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { AccessLevel } from '../../cases/index.ts'

export interface EmailDocumentRow {
  id: string
  typeName: string
}

/** A nº SEI for a document that is about to be: it is nobody else's, whatever happens (DOC-002). */
export async function reserveNumber(db: Database): Promise<string> {
  const [row] = await db<{ number: string }[]>`
    select lpad(nextval('documents.number')::text, 7, '0') as number`
  return row?.number ?? ''
}

/** The document of an e-mail at the end of the tree, of the type that serves e-mails, locked. */
export async function insertEmailDocument(
  db: Database,
  actor: Actor,
  email: {
    readonly number: string
    readonly caseFileId: string
    readonly treeName: string
    readonly datedOn: string
    readonly level: AccessLevel
    readonly legalBasisId: string | undefined
  },
  now: Date,
): Promise<EmailDocumentRow> {
  const [row] = await db<EmailDocumentRow[]>`
    with type as (select id, name from classification.document_type where purpose = 'email'),
    made as (
      insert into documents.document (number, case_file_id, kind, document_type_id, unit_id, created_at, created_by, dated_on,
          tree_name, level, legal_basis_id, position, role, locked_at, lock_cause)
      select ${email.number}::bigint, ${email.caseFileId}, 'uploaded', type.id, ${actor.unitId}, ${now}, ${actor.userId}, ${email.datedOn},
             ${email.treeName}, ${email.level}, ${email.legalBasisId ?? null},
             (select coalesce(max(position), 0) + 1 from documents.document where case_file_id = ${email.caseFileId}),
             'email', ${now}, 'envio por correio eletrônico'
        from type
      returning id)
    select made.id, type.name as "typeName" from made, type`
  if (!row) throw new Error('there is no document type for e-mails')
  return row
}
