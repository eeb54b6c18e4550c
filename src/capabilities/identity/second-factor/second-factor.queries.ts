import type { Database } from '../../../platform/db/index.ts'

export interface SecretRow {
  /** Undefined while the second factor is off, or is still to be confirmed. */
  secret: string | undefined
  /** Begun and not yet confirmed. */
  pending: string | undefined
  login: string
  confirmedAt: Date | undefined
  recoveryCodesLeft: number
}

export async function selectSecret(db: Database, accountId: string): Promise<SecretRow | undefined> {
  const [row] = await db<{ secret: string | null; confirmedAt: Date | null; login: string; left: number }[]>`
    select a.totp_secret as secret, a.totp_confirmed_at as "confirmedAt", a.login,
           (select count(*)::int from identity.recovery_code r where r.account_id = a.id and r.used_at is null) as left
      from identity.account a where a.id = ${accountId} and a.disabled_at is null`
  if (!row) return undefined
  const { secret, confirmedAt, login, left } = row
  return {
    secret: secret && confirmedAt ? secret : undefined,
    pending: secret && !confirmedAt ? secret : undefined,
    login,
    confirmedAt: confirmedAt ?? undefined,
    recoveryCodesLeft: left,
  }
}

/** Keeps a secret to be confirmed. False where the second factor is on already. */
export async function insertPendingSecret(db: Database, accountId: string, secret: string): Promise<boolean> {
  const rows = await db`update identity.account set totp_secret = ${secret}, totp_last_step = null
    where id = ${accountId} and totp_confirmed_at is null returning 1`
  return rows.length > 0
}

/** False where another page confirmed it in the meantime. */
export async function confirmSecret(db: Database, accountId: string, secret: string, now: Date): Promise<boolean> {
  const rows = await db`update identity.account set totp_confirmed_at = ${now}
    where id = ${accountId} and totp_secret = ${secret} and totp_confirmed_at is null returning 1`
  return rows.length > 0
}

export async function deleteSecret(db: Database, accountId: string): Promise<void> {
  await Promise.all([
    db`update identity.account set totp_secret = null, totp_confirmed_at = null, totp_last_step = null where id = ${accountId}`,
    db`delete from identity.recovery_code where account_id = ${accountId}`,
  ])
}

/** Marks a TOTP step as used. False where this one, or a later one, was used already. */
export async function takeTotpStep(db: Database, accountId: string, step: number): Promise<boolean> {
  const rows = await db`update identity.account set totp_last_step = ${step}
    where id = ${accountId} and coalesce(totp_last_step, 0) < ${step} returning 1`
  return rows.length > 0
}

/** The codes that work from now on are these. */
export async function replaceRecoveryCodes(db: Database, accountId: string, hashes: readonly string[]): Promise<void> {
  await Promise.all([
    db`delete from identity.recovery_code where account_id = ${accountId}`,
    db`insert into identity.recovery_code (account_id, code_hash)
       select ${accountId}, decode(h, 'hex') from unnest(${[...hashes]}::text[]) h`,
  ])
}

/** False where the code is none of the account's, or was used. */
export async function takeRecoveryCode(db: Database, accountId: string, hash: string, now: Date): Promise<boolean> {
  const rows = await db`update identity.recovery_code set used_at = ${now}
    where account_id = ${accountId} and code_hash = decode(${hash}, 'hex') and used_at is null returning 1`
  return rows.length > 0
}
