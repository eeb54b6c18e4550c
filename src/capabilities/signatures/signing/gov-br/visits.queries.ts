import type { Database } from '../../../../platform/db/index.ts'
import type { ShownDocument } from '../gather-to-sign.ts'

/** A declaration that is to be signed at gov.br. */
export interface GovBrAttempt {
  readonly token: string
  readonly documentId: string
  readonly shown: ShownDocument
  readonly declaration: string
}

/** Somebody who goes there, or is there. */
export interface GovBrVisitRow {
  readonly token: string
  readonly capacity: string
  readonly back: string
  readonly expiresAt: Date
}

/** Whose it is: an account, in the session that began it. */
export interface Whose {
  readonly accountId: string
  readonly sessionHash: string
}

/** Keeps a new visit with what is to be signed. Who begins again with a document gives up the attempt before. */
export async function insertVisit(
  db: Database,
  whose: Whose,
  visit: GovBrVisitRow & { readonly attempts: readonly GovBrAttempt[] },
  now: Date,
): Promise<void> {
  const { token, capacity, back, expiresAt, attempts } = visit
  const rows = attempts.map(({ shown, ...attempt }) => ({ ...attempt, ...shown }))
  await Promise.all([
    db`delete from signatures.gov_br_visit where expires_at < ${now}`,
    db`delete from signatures.attempt where expires_at < ${now}
         or (account_id = ${whose.accountId} and document_id = any (${attempts.map(({ documentId }) => documentId)}::bigint[]))`,
    db`insert into signatures.gov_br_visit (token, account_id, session_hash, capacity, back, expires_at)
       values (${token}, ${whose.accountId}, decode(${whose.sessionHash}, 'hex'), ${capacity}, ${back}, ${expiresAt})`,
    db`insert into signatures.attempt
         (token, account_id, document_id, version, text_sha256, capacity, declaration, expires_at, visit)
       select r.token, ${whose.accountId}, r."documentId", r.version, decode(r.sha256, 'hex'), ${capacity}, r.declaration, ${expiresAt}, ${token}
         from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
           as r(token text, "documentId" bigint, version int, sha256 text, declaration text)`,
  ])
}

const columns = (db: Database) => db`token, capacity, back, expires_at as "expiresAt"`
const own = (db: Database, { accountId, sessionHash }: Whose, now: Date) =>
  db`account_id = ${accountId} and session_hash = decode(${sessionHash}, 'hex') and expires_at > ${now}`

export async function selectVisit(
  db: Database,
  whose: Whose,
  token: string,
  now: Date,
): Promise<GovBrVisitRow | undefined> {
  const [row] = await db<GovBrVisitRow[]>`
    select ${columns(db)} from signatures.gov_br_visit where token = ${token} and ${own(db, whose, now)}`
  return row
}

/** What is still to be signed of a visit, in the order of the documents. */
export async function selectVisitAttempts(db: Database, token: string): Promise<GovBrAttempt[]> {
  const rows = await db<(Omit<GovBrAttempt, 'shown'> & ShownDocument)[]>`
    select t.token, t.document_id as "documentId", lpad(d.number::text, 7, '0') as number, t.version,
           encode(t.text_sha256, 'hex') as sha256, t.declaration
      from signatures.attempt t join documents.document d on d.id = t.document_id
     where t.visit = ${token} order by d.number`
  return rows.map(({ number, version, sha256, ...row }) => ({ ...row, shown: { number, version, sha256 } }))
}

/** Notes by what word who leaves now will be known again; an earlier one is worth nothing from here on. */
export async function noteState(
  db: Database,
  whose: Whose,
  left: { readonly token: string; readonly stateHash: string; readonly stateExpiresAt: Date },
  now: Date,
): Promise<boolean> {
  const rows = await db`
    update signatures.gov_br_visit
       set state_hash = decode(${left.stateHash}, 'hex'), state_expires_at = ${left.stateExpiresAt}
     where token = ${left.token} and ${own(db, whose, now)} returning 1`
  return rows.length > 0
}

/** Takes the word: it is good once, in its time, for its account, and in the session that set out. */
export async function takeState(
  db: Database,
  whose: Whose,
  stateHash: string,
  now: Date,
): Promise<GovBrVisitRow | undefined> {
  const [row] = await db<GovBrVisitRow[]>`
    update signatures.gov_br_visit set state_hash = null, state_expires_at = null
     where state_hash = decode(${stateHash}, 'hex') and state_expires_at > ${now} and ${own(db, whose, now)}
    returning ${columns(db)}`
  return row
}

/** With all its attempts. False where somebody quicker spent it. */
export async function spendVisit(db: Database, token: string): Promise<boolean> {
  return (await db`delete from signatures.gov_br_visit where token = ${token} returning 1`).length > 0
}
