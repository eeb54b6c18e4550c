import type { Database } from '../../platform/db/index.ts'

export interface AccessRow {
  createdAt: Date
  lastSeenAt: Date
  ip: string
  userAgent: string
  /** Who proved who it is, as `gov.br, nível prata`; '' for the password. */
  enteredWith: string
  ended: boolean
  current: boolean
}

/** The newest accesses of a person (EST-034). */
export async function selectAccesses(db: Database, accountId: string, sessionHash: string): Promise<AccessRow[]> {
  return db<AccessRow[]>`
    select s.created_at as "createdAt", s.last_seen_at as "lastSeenAt", s.ip, s.user_agent as "userAgent", s.entered_with as "enteredWith",
           s.ended_at is not null as ended, s.token_hash = decode(${sessionHash}, 'hex') as current
      from identity.session s where s.account_id = ${accountId} order by s.created_at desc limit 20`
}

/** Ends the sessions of a person, except one where it is given. Answers how many were open. */
export async function endSessions(
  db: Database,
  accountId: string,
  exceptHash: string | undefined,
  now: Date,
): Promise<number> {
  const rows = await db`update identity.session set ended_at = ${now}
    where account_id = ${accountId} and ended_at is null
      and token_hash is distinct from decode(${exceptHash ?? ''}, 'hex') returning 1`
  return rows.length
}

export async function updatePassword(db: Database, accountId: string, passwordHash: string): Promise<void> {
  await db`update identity.account set password_hash = ${passwordHash} where id = ${accountId}`
}
