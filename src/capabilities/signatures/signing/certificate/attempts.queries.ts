import type { Database } from '../../../../platform/db/index.ts'
import type { ShownDocument } from '../gather-to-sign.ts'

/** A declaration that was handed out, until it is signed or its time is over. */
export interface AttemptRow {
  readonly token: string
  readonly documentId: string
  readonly shown: ShownDocument
  readonly capacity: string
  readonly declaration: string
  readonly expiresAt: Date
}

/** Keeps a new attempt. Who begins again gives up the one before; old ones of anybody are swept out along the way. */
export async function insertAttempt(
  db: Database,
  accountId: string,
  { token, documentId, shown, capacity, declaration, expiresAt }: AttemptRow,
  now: Date,
): Promise<void> {
  await db`delete from signatures.attempt
    where expires_at < ${now} or (account_id = ${accountId} and document_id = ${documentId})`
  await db`
    insert into signatures.attempt (token, account_id, document_id, version, text_sha256, capacity, declaration, expires_at)
    values (${token}, ${accountId}, ${documentId}, ${shown.version}, decode(${shown.sha256}, 'hex'), ${capacity}, ${declaration}, ${expiresAt})`
}

/** The person's own attempt at this document, while it is good. */
export async function selectAttempt(
  db: Database,
  asked: { readonly accountId: string; readonly number: string; readonly token: string },
  now: Date,
): Promise<AttemptRow | undefined> {
  const [row] = await db<(Omit<AttemptRow, 'shown'> & { version: number; textSha256: string })[]>`
    select t.token, t.document_id as "documentId", t.version, encode(t.text_sha256, 'hex') as "textSha256", t.capacity,
           t.declaration, t.expires_at as "expiresAt"
      from signatures.attempt t join documents.document d on d.id = t.document_id
     where t.token = ${asked.token} and t.account_id = ${asked.accountId} and d.number = ${asked.number}::bigint
       and t.visit is null and t.expires_at > ${now}`
  if (!row) return undefined
  const { version, textSha256, ...attempt } = row
  return { ...attempt, shown: { number: asked.number, version, sha256: textSha256 } }
}

/** False where it was spent by somebody quicker. */
export async function spendAttempt(db: Database, token: string): Promise<boolean> {
  return (await db`delete from signatures.attempt where token = ${token} returning 1`).length > 0
}

/** The CPF of who signs, and whether a certificate must bear the same (EST-048). */
export async function selectCpfRule(
  db: Database,
  accountId: string,
): Promise<{ readonly cpf: string | null; readonly isChecked: boolean }> {
  const [row] = await db<{ cpf: string | null; isChecked: boolean }[]>`
    select a.cpf, coalesce((select s.value <> 'true'::jsonb from platform.setting s where s.name = 'certificate-any-cpf'), true) as "isChecked"
      from identity.account a where a.id = ${accountId}`
  return row ?? { cpf: null, isChecked: true }
}
