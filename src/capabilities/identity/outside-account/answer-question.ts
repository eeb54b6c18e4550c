import type { Database } from '../../../platform/db/index.ts'
import type { Randomness } from '../../../platform/ids.ts'
import { linkLifeMs, makeLink } from '../one-time-links.ts'
import { openSession, type WhereFrom } from '../open-session.ts'
import type { SignedIn } from '../sign-in.ts'
import { type ClaimedAccountRow, selectAccountsOf, selectArrival, takeArrival } from './outside-account.queries.ts'

/** The accounts among which who has just come from the provider chooses; none where there is no such person, or no longer. */
export async function accountsToChoose(
  db: Database,
  browserHash: string,
  now: Date,
): Promise<readonly ClaimedAccountRow[]> {
  const arrival = await selectArrival(db, browserHash, now)
  return arrival ? selectAccountsOf(db, arrival.accountIds) : []
}

/** Goes on with one of the accounts that were proved to be theirs, once. Undefined: it is none of them, or too late. */
export async function chooseAccount(
  db: Database,
  accountId: string,
  from: WhereFrom & { readonly browserHash: string },
  now: Date,
  randomness: Randomness,
): Promise<(SignedIn & { readonly next: string }) | undefined> {
  const arrival = await takeArrival(db, from.browserHash, now)
  if (!arrival?.accountIds.includes(accountId)) return undefined
  const [account] = await selectAccountsOf(db, [accountId])
  if (!account) return undefined
  const { next, enteredWith } = arrival
  if (arrival.asksCode && account.hasSecondFactor) {
    const lifeMs = linkLifeMs['second-factor']
    const link = { purpose: 'second-factor', accountId, enteredWith, lifeMs } as const
    return { step: 'code', ticket: await makeLink(db, link, now, randomness), next }
  }
  const token = await openSession(db, accountId, { ...from, enteredWith }, now, randomness)
  return { step: 'in', token, accountId, next }
}
