import { type Database, inTransaction } from '../../platform/db/index.ts'
import {
  deleteAttempt,
  insertAttempt,
  isKnownAddress,
  lockLogin,
  markSucceeded,
  selectFailures,
  selectFailuresFrom,
} from './attempts.queries.ts'
import {
  addressRestsUntil,
  addressWindowMs,
  coolDownUntil,
  failuresCountFor,
  knownAddressFor,
} from './throttle.rules.ts'

/** A password or code that is about to be looked at; until it is settled it counts as wrong. */
export interface Attempt {
  readonly id: string
  /** Wrong ones of this login before it. */
  readonly failuresBefore: number
}

/**
 * Enters an attempt before its password is looked at, so that a hundred guesses at once are no more than a hundred one
 * after the other. Where somebody of this login signed in lately, only what was wrong there counts: guesses from elsewhere
 * keep nobody out of their own account, and those of a neighbour nobody out of theirs. Answers until when the login rests instead, where it does; what is turned away leaves no trace.
 *
 * `pool` must not be a transaction: a wrong attempt is counted even though the act is undone (DOC-064).
 */
export async function beginAttempt(
  pool: Database,
  who: { readonly login: string; readonly ip: string },
  now: Date,
): Promise<Attempt | { readonly restsUntil: Date }> {
  return inTransaction(pool, async (trx) => {
    const since = new Date(now.getTime() - failuresCountFor)
    const [, everywhere, here, fromAddress, isKnown] = await Promise.all([
      lockLogin(trx, who.login),
      selectFailures(trx, { ...who, ip: undefined }, since),
      selectFailures(trx, who, since),
      selectFailuresFrom(trx, who.ip, new Date(now.getTime() - addressWindowMs)),
      isKnownAddress(trx, who, new Date(now.getTime() - knownAddressFor)),
    ])
    const failures = isKnown ? here : everywhere
    const restsUntil = coolDownUntil(failures, now) ?? (isKnown ? undefined : addressRestsUntil(fromAddress))
    if (restsUntil) return { restsUntil }
    return { id: await insertAttempt(trx, who, now), failuresBefore: failures.length }
  })
}

/** The password was right: earlier wrong ones no longer count. */
export async function succeed(pool: Database, attempt: Attempt): Promise<void> {
  // Where nothing was wrong before there is nothing to make good, and no row to keep at every signing.
  if (attempt.failuresBefore === 0) await deleteAttempt(pool, attempt.id)
  else await markSucceeded(pool, attempt.id)
}

/** Neither right nor wrong: the second step is still to come. Earlier wrong ones go on counting. */
export async function withdraw(pool: Database, attempt: Attempt): Promise<void> {
  await deleteAttempt(pool, attempt.id)
}

/**
 * A whole attempt in one transaction, for who is signed in already: a program that dies while the password is looked at
 * leaves no wrong attempt behind of somebody who typed the right one. It holds a connection for as long as that takes, so
 * it is not for the door, where everybody comes at eight in the morning.
 */
export async function attemptWhole(
  pool: Database,
  who: { readonly login: string; readonly ip: string },
  now: Date,
  isRight: (trx: Database) => Promise<boolean>,
): Promise<'right' | 'wrong' | { readonly restsUntil: Date }> {
  return inTransaction(pool, async (trx) => {
    const attempt = await beginAttempt(trx, who, now)
    if ('restsUntil' in attempt) return attempt
    if (!(await isRight(trx))) return 'wrong'
    await succeed(trx, attempt)
    return 'right'
  })
}
