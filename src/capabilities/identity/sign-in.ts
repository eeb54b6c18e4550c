import type { Database } from '../../platform/db/index.ts'
import type { Randomness } from '../../platform/ids.ts'
import { done, type Outcome, refuse } from '../../platform/outcome.ts'
import { beginAttempt, succeed, withdraw } from './attempts.ts'
import { type AccountRow, selectAccounts } from './identity.queries.ts'
import { linkLifeMs, makeLink } from './one-time-links.ts'
import { openSession, type WhereFrom } from './open-session.ts'
import { isPassword } from './password-hash.ts'
import type { SignInRefusal, SignInRequest } from './sign-in.form.ts'

/** Signed in; or the password was right and the code of the second factor is still to come, with this ticket. */
export type SignedIn =
  | { readonly step: 'in'; readonly token: string; readonly accountId: string }
  | { readonly step: 'code'; readonly ticket: string }

/**
 * Opens a session for who knows the password. Every session gets a token of its own, so an older one can never become
 * somebody's. Where the second factor is on, `giveCode` comes after it.
 *
 * The refusal for an unknown login, a wrong password and a disabled account is the same, and takes the same time. Wrong
 * attempts are counted by login; after five the account rests for growing times (DOC-064). Attempts are written outside
 * of any transaction of the caller: `db` must be the pool.
 */
export async function signIn(
  db: Database,
  request: SignInRequest,
  from: WhereFrom,
  now: Date,
  randomness: Randomness,
): Promise<Outcome<SignedIn, SignInRefusal>> {
  const attempt = await beginAttempt(db, { login: request.login, ip: from.ip }, now)
  if ('restsUntil' in attempt) return refuse({ kind: 'resting', until: attempt.restsUntil })
  const account = await accountWith(db, request)
  if (!account) return refuse({ kind: 'wrong' })
  if (account.totpSecret) {
    // Not yet a success: whoever has the password alone must not be able to make wrong codes good.
    await withdraw(db, attempt)
    const lifeMs = linkLifeMs['second-factor']
    const ticket = await makeLink(db, { purpose: 'second-factor', accountId: account.id, lifeMs }, now, randomness)
    return done({ step: 'code', ticket })
  }
  await succeed(db, attempt)
  return done({ step: 'in', token: await openSession(db, account.id, from, now, randomness), accountId: account.id })
}

/** The enabled account of this login whose password this is: the same login may exist in several agencies. */
export async function accountWith(db: Database, request: SignInRequest): Promise<AccountRow | undefined> {
  const accounts = await selectAccounts(db, request.login, request.agencyId)
  if (accounts.length === 0) await isPassword(undefined, request.password)
  for (const account of accounts) {
    const matches = await isPassword(account.passwordHash, request.password)
    if (matches && !account.disabled) return account
  }
  return undefined
}
