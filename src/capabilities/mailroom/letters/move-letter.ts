import type { Actor } from '../../../platform/actor.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { moveLetters } from './keep-letters.queries.ts'
import { nextSteps } from './letter.rules.ts'
import type { LetterStep } from './letter.ts'
import { type LetterRow, selectLetter } from './letters.queries.ts'
import { recordLetters } from './record-letters.ts'

export interface LetterMove {
  readonly id: string
  readonly step: 'in-transit' | 'delivered' | 'returned' | 'lost'
  /** The day of the delivery. */
  readonly on: string | undefined
  readonly receiver: string
  /** Why it came back. */
  readonly reason: string
}

export type MoveLetterRefusal = { readonly kind: 'not-now' | 'no-day' | 'impossible-day' | 'no-reason' }

/** Says what the post tells of a letter, by the unit that posted it (FLX-056). Undefined: it posted no such letter. */
export async function moveLetter(
  db: Database,
  actor: Actor,
  request: LetterMove,
  now: Date,
): Promise<Outcome<LetterRow, MoveLetterRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const letter = await selectLetter(trx, actor, { id: request.id }, 'locked', now)
    if (!letter?.isToPost) return undefined
    const { id, step, on, receiver, reason } = request
    if (!nextSteps(letter.step).includes(step)) return refuse({ kind: 'not-now' })
    if (step === 'delivered' && !on) return refuse({ kind: 'no-day' })
    if (step === 'delivered' && on && !isPossible(letter, on, now)) return refuse({ kind: 'impossible-day' })
    if (step === 'returned' && reason === '') return refuse({ kind: 'no-reason' })
    const delivered = step === 'delivered' && on ? { deliveredOn: on, receiver } : {}
    const note = step === 'returned' ? reason : ''
    await moveLetters(trx, actor, [{ id, step, note, ...delivered, ...(note && { returnReason: note }) }], now)
    if (step !== 'in-transit') {
      await recordLetters(trx, actor, [letter], { step, ...(on && { on }), ...(note && { reason: note }) }, now)
    }
    return done(letter)
  })
}

/** Whether a letter may have been delivered on a day: from its posting to today. */
export function isPossible({ postedOn }: Pick<LetterRow, 'postedOn'>, on: string, now: Date): boolean {
  return postedOn !== null && on >= postedOn && on <= todayIn(now)
}

/** Takes the request back, while nobody has begun with it. By the unit that asked. */
export async function withdrawLetter(
  db: Database,
  actor: Actor,
  id: string,
  now: Date,
): Promise<Outcome<LetterRow, MoveLetterRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const letter = await selectLetter(trx, actor, { id }, 'locked', now)
    if (!letter?.isOurs) return undefined
    if (letter.step !== 'requested') return refuse({ kind: 'not-now' })
    const step: LetterStep = 'withdrawn'
    await moveLetters(trx, actor, [{ id, step }], now)
    await recordLetters(trx, actor, [letter], { step }, now)
    return done(letter)
  })
}
