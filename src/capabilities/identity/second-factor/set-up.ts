import { generateSecret, generateURI } from 'otplib'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import type { Randomness } from '../../../platform/ids.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { giveRecoveryCodes } from './recovery-codes.ts'
import {
  confirmSecret,
  deleteSecret,
  insertPendingSecret,
  type SecretRow,
  selectSecret,
} from './second-factor.queries.ts'
import { acceptTotp } from './totp.ts'

/** What is known of somebody's second factor; undefined for nobody. */
export function findSecondFactor(db: Database, accountId: string): Promise<SecretRow | undefined> {
  return selectSecret(db, accountId)
}

/** Begins to turn the second factor on: a new secret, to be confirmed with its first code. False: it is on already. */
export function beginSecondFactor(db: Database, accountId: string): Promise<boolean> {
  return insertPendingSecret(db, accountId, generateSecret())
}

/** The address that authenticators read from the QR code. */
export function secretAddress(secret: string, login: string, installation: string): string {
  return generateURI({ secret, label: login, issuer: installation })
}

/**
 * Turns the second factor on with the first code of the authenticator, which proves that it works. Answers the recovery
 * codes, which are shown this once.
 */
export async function confirmSecondFactor(
  db: Database,
  accountId: string,
  code: string,
  now: Date,
  randomness: Randomness,
): Promise<Outcome<readonly string[], { readonly kind: 'wrong-code' } | { readonly kind: 'not-begun' }>> {
  const pending = (await selectSecret(db, accountId))?.pending
  if (!pending) return refuse({ kind: 'not-begun' })
  if (!(await acceptTotp(db, accountId, pending, code, now))) return refuse({ kind: 'wrong-code' })
  return inTransaction(db, async (trx) => {
    if (!(await confirmSecret(trx, accountId, pending, now))) return refuse({ kind: 'not-begun' as const })
    return done(await giveRecoveryCodes(trx, accountId, randomness))
  })
}

/** Turns the second factor off; its recovery codes go with it. */
export async function removeSecondFactor(db: Database, accountId: string): Promise<void> {
  await inTransaction(db, (trx) => deleteSecret(trx, accountId))
}
