import type { Database } from '../../../platform/db/index.ts'
import type { Randomness } from '../../../platform/ids.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { beginAttempt, succeed } from '../attempts.ts'
import { findLink, spendLink } from '../one-time-links.ts'
import { openSession, type WhereFrom } from '../open-session.ts'
import { acceptRecoveryCode } from './recovery-codes.ts'
import { selectSecret } from './second-factor.queries.ts'
import { acceptTotp } from './totp.ts'

export type CodeRefusal =
  | { readonly kind: 'wrong-code' }
  | { readonly kind: 'resting'; readonly until: Date }
  /** The password is to be given again. */
  | { readonly kind: 'ticket-over' }

/**
 * The second step of signing in: the code of the authenticator, or a recovery code, for the ticket that the password
 * gave. Wrong codes count with wrong passwords. Each code opens one session, and so does each ticket.
 */
export async function giveCode(
  db: Database,
  request: { readonly ticket: string; readonly code: string },
  from: WhereFrom,
  now: Date,
  randomness: Randomness,
): Promise<Outcome<{ token: string; accountId: string }, CodeRefusal>> {
  const link = await findLink(db, request.ticket, 'second-factor', now)
  if (!link?.accountId || !link.login) return refuse({ kind: 'ticket-over' })
  const { accountId, login } = link
  const attempt = await beginAttempt(db, { login, ip: from.ip }, now)
  if ('restsUntil' in attempt) return refuse({ kind: 'resting', until: attempt.restsUntil })
  if (!(await isRightCode(db, accountId, request.code, now))) return refuse({ kind: 'wrong-code' })
  await succeed(db, attempt)
  if (!(await spendLink(db, request.ticket, 'second-factor', now))) return refuse({ kind: 'ticket-over' })
  const where = { ...from, enteredWith: link.enteredWith }
  return done({ token: await openSession(db, accountId, where, now, randomness), accountId })
}

/** The code of the authenticator or a recovery code, each good once. */
export async function isRightCode(db: Database, accountId: string, code: string, now: Date): Promise<boolean> {
  const { secret } = (await selectSecret(db, accountId)) ?? {}
  if (!secret) return false
  return (await acceptTotp(db, accountId, secret, code, now)) || acceptRecoveryCode(db, accountId, code, now)
}
