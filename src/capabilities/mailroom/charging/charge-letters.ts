import type { Actor } from '../../../platform/actor.ts'
import { daysBetween, todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse, refused } from '../../../platform/outcome.ts'
import { type DraftRefusal, draftDocument } from '../../documents/index.ts'
import { selectLetters } from '../letters/letters.queries.ts'
import { recordLetters } from '../letters/record-letters.ts'
import { insertCharges, selectCharges } from './charging.queries.ts'
import { chargingText, type OverdueLetter } from './charging.text.ts'

export interface ChargeRequest {
  readonly letterIds: readonly string[]
  /** Digits of the case file in which the document is written. */
  readonly caseDigits: string
  readonly typeId: string
}

export type ChargeRefusal =
  | { readonly kind: 'nothing-chosen' | 'no-such-case-file' }
  | { readonly kind: 'draft'; readonly why: DraftRefusal }

/** One page of the AR that are overdue of letters that this unit posted, with what is known of their charging. */
export async function overdueLetters(
  db: Database,
  actor: Actor,
  page: number,
  now: Date,
): Promise<readonly OverdueLetter[]> {
  const letters = await selectLetters(db, actor, { side: 'posting', only: 'late' }, page, now)
  if (letters.length === 0) return []
  const ids = letters.map(({ id }) => id)
  const charges = new Map((await selectCharges(db, ids)).map((one) => [one.letterId, one]))
  const today = todayIn(now)
  return letters.flatMap((letter) => {
    const charge = charges.get(letter.id)
    if (!charge || !letter.postedOn) return []
    return [{ ...letter, charge, daysLate: daysBetween(letter.postedOn, today) - letter.receiptDays }]
  })
}

/**
 * Writes the document by which the post is asked for AR that do not come back (FLX-055, AR-34): a draft of this unit, to be
 * read, signed and sent like any other. Each letter keeps that it was charged, and its case file tells so.
 */
export async function chargeLetters(
  db: Database,
  actor: Actor,
  request: ChargeRequest,
  now: Date,
): Promise<Outcome<{ number: string }, ChargeRefusal>> {
  return inTransaction(db, async (trx): Promise<Outcome<{ number: string }, ChargeRefusal>> => {
    const letters: OverdueLetter[] = []
    for (let page = 1; page <= mostPages && letters.length < request.letterIds.length; page += 1) {
      const some = await overdueLetters(trx, actor, page, now)
      letters.push(...some.filter(({ id }) => request.letterIds.includes(id)))
      if (some.length === 0) break
    }
    if (letters.length === 0) return refuse({ kind: 'nothing-chosen' })
    const drafted = await draftDocument(
      trx,
      actor,
      {
        ...{ caseDigits: request.caseDigits, typeId: request.typeId, datedOn: todayIn(now) },
        ...{ description: 'Cobrança de AR em atraso', treeName: 'Cobrança de AR' },
        ...{ level: 'public', legalBasisId: undefined },
        initialText: { kind: 'given', body: chargingText(letters) },
      },
      now,
    )
    if (!drafted) return refuse({ kind: 'no-such-case-file' })
    if (!drafted.done) {
      const wrong = refused(drafted.refusals.map((why) => ({ kind: 'draft', why }) as const))
      return wrong ?? refuse({ kind: 'no-such-case-file' })
    }
    const { id: documentId, number } = drafted.value
    await insertCharges(trx, actor, { documentId, letterIds: letters.map(({ id }) => id) }, now)
    await recordLetters(trx, actor, letters, { step: 'charged' }, now)
    return done({ number })
  })
}

/** As many as one document reasonably lists. */
const mostPages = 4
