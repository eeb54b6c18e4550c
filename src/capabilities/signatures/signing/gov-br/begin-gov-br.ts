import type { Actor } from '../../../../platform/actor.ts'
import { todayIn } from '../../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../../platform/db/index.ts'
import type { GovBrSigning } from '../../../../platform/gov-br-signing/index.ts'
import { done, type Outcome, refuse } from '../../../../platform/outcome.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { sha256Hex } from '../../../../platform/sha256.ts'
import type { Document } from '../../../documents/index.ts'
import { selectSigningUnit } from '../../signatures.queries.ts'
import { foretell } from '../foretell.ts'
import { gatherToSign, refusalsOf, type ShownDocument } from '../gather-to-sign.ts'
import type { SigningRefused, SignRefusal } from '../sign-documents.text.ts'
import {
  type GovBrVisitRow,
  insertVisit,
  noteState,
  selectVisit,
  selectVisitAttempts,
  type Whose,
} from './visits.queries.ts'

/** How many documents one authorization signs: every one is a call to the service while a person waits. */
export const mostByGovBr = 20

/** For how long what was prepared may be signed, and for how long somebody may be away at gov.br. */
const visitLifeMs = 30 * 60_000
const awayLifeMs = 10 * 60_000

/** Where gov.br sends people back to; it knows this address beforehand. */
export const returnAddress = ({ publicUrl }: Platform) => `${publicUrl}/assinatura/govbr/volta`

export type BeginRefusal =
  | SigningRefused
  | { readonly kind: 'more-than-gov-br-takes' }
  | { readonly kind: 'not-this'; readonly document: Document; readonly why: SignRefusal }

/**
 * Prepares the declarations that this person will authorize at gov.br, one for each document, and answers by what name they
 * are known. Where one of the documents cannot be signed nothing is prepared. Undefined where none of them is there.
 */
export async function beginGovBr(
  db: Database,
  actor: Actor,
  request: {
    readonly documents: readonly ShownDocument[]
    readonly capacity: string
    readonly back: string
    readonly sessionHash: string
    readonly newToken: () => string
  },
  now: Date,
): Promise<Outcome<string, BeginRefusal> | undefined> {
  const { documents, capacity, back, sessionHash, newToken } = request
  if (documents.length > mostByGovBr) return refuse({ kind: 'more-than-gov-br-takes' })
  return inTransaction(db, async (trx) => {
    const unit = await selectSigningUnit(trx, actor, todayIn(now))
    if (!unit.capacities.includes(capacity)) return refuse({ kind: 'capacity-not-of-unit' })
    const gathered = await gatherToSign(trx, actor, documents, now)
    const [first, ...others] = gathered.flatMap((one) =>
      refusalsOf(one, actor, 'gov-br').map((why) => ({ kind: 'not-this', document: one.document, why }) as const),
    )
    if (first) return refuse(first, ...others)
    if (gathered.length === 0) return undefined
    const named = gathered.map((found) => ({ found, token: newToken() }))
    const declarations = await foretell(trx, actor, { unit, capacity, method: 'gov-br' }, named, now)
    const attempts = named.map(({ found, token }, place) => ({
      token,
      documentId: found.document.id,
      shown: found.shown,
      declaration: declarations[place] ?? '',
    }))
    const expiresAt = new Date(now.getTime() + visitLifeMs)
    const visit = { token: newToken(), capacity, back, expiresAt, attempts }
    await insertVisit(trx, { accountId: actor.userId, sessionHash }, visit, now)
    return done(visit.token)
  })
}

/** What was prepared in this session, while it is good, with the numbers of its documents. */
export async function findGovBrVisit(
  db: Database,
  whose: Whose,
  token: string,
  now: Date,
): Promise<(GovBrVisitRow & { readonly numbers: readonly string[] }) | undefined> {
  const [visit, attempts] = await Promise.all([selectVisit(db, whose, token, now), selectVisitAttempts(db, token)])
  return visit && { ...visit, numbers: attempts.map(({ shown }) => shown.number) }
}

/** The address of gov.br to which this browser is sent now. Undefined where there is no such visit of this session. */
export async function leaveForGovBr(
  platform: Platform,
  service: GovBrSigning,
  from: Whose & { readonly token: string; readonly unitSlug: string },
  now: Date,
): Promise<string | undefined> {
  const { db, randomness } = platform
  // The unit at the front only tells where to go on; the whole word is what has to be known.
  const state = `${from.unitSlug}.${randomness.token()}`
  const stateExpiresAt = new Date(now.getTime() + awayLifeMs)
  const left = { token: from.token, stateHash: sha256Hex(state), stateExpiresAt }
  const [isNoted, attempts] = await Promise.all([noteState(db, from, left, now), selectVisitAttempts(db, from.token)])
  if (!isNoted || attempts.length === 0) return undefined
  return service.addressToAuthorize({
    state,
    nonce: randomness.token(),
    returnAddress: returnAddress(platform),
    several: attempts.length > 1,
  })
}
