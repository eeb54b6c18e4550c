import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'

export interface SignatureCredentialRow {
  id: string
  accountId: string
  name: string
  unitAcronym: string
  grantedById: string
  grantedBy: string
  grantedAt: Date
  usedAt: Date | null
  endedAt: Date | null
}

/** Every credential to sign a document, with its dates, those in force first. */
export async function selectSignatureCredentials(db: Database, documentId: string): Promise<SignatureCredentialRow[]> {
  return db<SignatureCredentialRow[]>`
    select k.id, k.account_id as "accountId", coalesce(a.social_name, a.name) as name, u.acronym as "unitAcronym",
           k.granted_by as "grantedById", coalesce(b.social_name, b.name) as "grantedBy", k.granted_at as "grantedAt",
           k.used_at as "usedAt", k.ended_at as "endedAt"
      from documents.signature_credential k
      join identity.account a on a.id = k.account_id
      join organization.unit u on u.id = k.unit_id
      join identity.account b on b.id = k.granted_by
     where k.document_id = ${documentId} order by k.ended_at is not null, k.granted_at, k.id limit 500`
}

/** False where this person already has one in this unit. */
export async function insertSignatureCredential(
  db: Database,
  actor: Actor,
  documentId: string,
  to: { readonly accountId: string; readonly unitId: string },
  now: Date,
): Promise<boolean> {
  const rows = await db`
    insert into documents.signature_credential (document_id, account_id, unit_id, granted_by, granted_unit_id, granted_at)
    values (${documentId}, ${to.accountId}, ${to.unitId}, ${actor.userId}, ${actor.unitId}, ${now})
    on conflict (document_id, account_id, unit_id) where ended_at is null do nothing returning 1`
  return rows.length > 0
}

export async function endSignatureCredential(db: Database, actor: Actor, id: string, now: Date): Promise<void> {
  await db`update documents.signature_credential set ended_at = ${now}, ended_by = ${actor.userId}
    where id = ${id} and ended_at is null`
}

/** Whether the person may sign in that unit today. */
export async function maySignThere(
  db: Database,
  to: { readonly accountId: string; readonly unitId: string },
  today: string,
): Promise<boolean> {
  const [row] = await db<{ may: boolean }[]>`
    select 'signatures.sign' = any (identity.permissions_in(${to.accountId}, ${to.unitId}, ${today}::date)) as may`
  return row?.may ?? false
}
