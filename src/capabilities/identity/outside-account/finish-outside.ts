import type { Database } from '../../../platform/db/index.ts'
import { type IdProvider, type ProvedPerson, reaches } from '../../../platform/id-provider/index.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import type { Platform } from '../../../platform/platform.ts'
import { sha256Hex } from '../../../platform/sha256.ts'
import { openSession, type WhereFrom } from '../open-session.ts'
import { returnAddress } from './begin-outside.ts'
import { accountsOfOne, claimToMatch } from './claimed-accounts.rules.ts'
import { type ClaimedAccountRow, selectAccountsByClaim, takeVisit, upsertArrival } from './outside-account.queries.ts'
import type { OutsideRefusal } from './outside-account.text.ts'

/** For how long the last question waits: which account, or the code. */
const arrivalLifeMs = 5 * 60_000

/** Signed in; or who it is was proved, and this browser is still to be asked something. */
type Arrived = { readonly step: 'in'; readonly token: string; readonly next: string } | { readonly step: 'question' }

/**
 * Opens a session for who comes back from the provider with a proof of who they are. What comes back is believed once, in
 * the browser that set out, within ten minutes. An account must exist here already and be enabled; where it does not, or is
 * not, the refusal is the same. Where it has a second factor, its code is asked, unless the level of the provider is one
 * that the administrator takes in its place.
 */
export async function finishOutside(
  platform: Platform,
  provider: IdProvider,
  returned: { readonly code: string; readonly state: string; readonly issuer: string; readonly error: string },
  from: WhereFrom & { readonly browserHash: string },
  now: Date,
): Promise<Outcome<Arrived, OutsideRefusal>> {
  const { db, randomness } = platform
  const { state } = returned
  const visit = await takeVisit(db, sha256Hex(state), from.browserHash, now)
  if (!visit) return refuse({ kind: 'over' })
  if (returned.error === 'access_denied') return refuse({ kind: 'given-up' })
  if (returned.error || !returned.code) return refuse({ kind: 'not-proved' })
  const proved = await provider.finish(returned, { ...visit, state }, returnAddress(platform), now)
  if (!proved.done) return refuse(proved.refusals[0])
  const { level } = proved.value
  // Before anybody is looked for: it tells nothing of who has an account here.
  if (provider.leastLevel && !reaches(level, provider.leastLevel)) return refuse({ kind: 'level-too-low' })
  const accounts = await accountsOf(db, proved.value, provider.matches)
  const [only, ...others] = accounts
  if (!only) return refuse({ kind: 'unknown' })
  const asksCode = !(provider.levelWithoutCode && reaches(level, provider.levelWithoutCode))
  const enteredWith = level ? `${provider.name}, nível ${level}` : provider.name
  if (others.length === 0 && !(asksCode && only.hasSecondFactor)) {
    const token = await openSession(db, only.id, { ...from, enteredWith }, now, randomness)
    return done({ step: 'in', token, next: visit.next })
  }
  await upsertArrival(db, {
    browserHash: from.browserHash,
    accountIds: accounts.map(({ id }) => id),
    asksCode,
    enteredWith,
    next: visit.next,
    expiresAt: new Date(now.getTime() + arrivalLifeMs),
  })
  return done({ step: 'question' })
}

async function accountsOf(
  db: Database,
  person: ProvedPerson,
  matches: IdProvider['matches'],
): Promise<readonly ClaimedAccountRow[]> {
  const claim = claimToMatch(person, matches)
  return claim === undefined ? [] : accountsOfOne(await selectAccountsByClaim(db, matches, claim))
}
