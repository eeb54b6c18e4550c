import type { Actor } from '../../../platform/actor.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { includeFiles } from '../../documents/index.ts'
import { currentUnitOf } from '../../organization/index.ts'
import { moveLetters } from '../letters/keep-letters.queries.ts'
import { awaitsReceipt, nextSteps } from '../letters/letter.rules.ts'
import { type LetterRow, selectLetter, selectLevelOf } from '../letters/letters.queries.ts'
import { isPossible } from '../letters/move-letter.ts'
import { recordLetters } from '../letters/record-letters.ts'
import { insertStray } from './lists.queries.ts'
import { selectDocumentId, selectGate } from './receipt.queries.ts'

export interface ReturnRequest {
  readonly trackingCode: string
  /** Its AR signed, or the letter itself. */
  readonly what: 'receipt' | 'letter'
  /** The day of the delivery, as it stands on the AR. */
  readonly on: string | undefined
  readonly receiver: string
  /** Why the letter came back. */
  readonly reason: string
  /** The scanned paper, that was received and waits; undefined: it comes without an image. */
  readonly scan: { readonly waitingId: string; readonly typeId: string; readonly conferenceKindId: string } | undefined
}

export type ReturnRefusal = {
  readonly kind: 'not-now' | 'no-day' | 'impossible-day' | 'no-reason' | 'not-included'
}

/** Undefined letter: the code is nobody's here, and was written down among what nobody knows (FLX-058). */
export type Returned = { readonly letter: LetterRow | undefined }

/**
 * Takes back an AR, or a letter that was not delivered, by its code. The scan goes into the case file as a document of the
 * unit that asked, and says that who posts included it; who posts sees nothing of the case file by it.
 */
export async function takeReturn(
  db: Database,
  actor: Actor,
  request: ReturnRequest,
  now: Date,
): Promise<Outcome<Returned, ReturnRefusal>> {
  return inTransaction(db, async (trx) => {
    const { trackingCode, what, on, receiver, reason } = request
    const letter = await selectLetter(trx, actor, { trackingCode }, 'locked', now)
    if (!letter?.isToPost) {
      const note = what === 'receipt' ? 'AR' : 'Carta devolvida'
      await insertStray(
        trx,
        actor,
        { code: trackingCode.slice(0, 30), note: reason ? `${note}: ${reason}` : note },
        now,
      )
      return done({ letter: undefined })
    }
    const mayReturn = what === 'receipt' ? awaitsReceipt(letter) : nextSteps(letter.step).includes('returned')
    if (!mayReturn) return refuse({ kind: 'not-now' })
    const day = what === 'receipt' ? (on ?? letter.deliveredOn ?? undefined) : undefined
    if (what === 'receipt' && !day) return refuse({ kind: 'no-day' })
    if (day && !isPossible(letter, day, now)) return refuse({ kind: 'impossible-day' })
    if (what === 'letter' && reason === '') return refuse({ kind: 'no-reason' })
    const scan = request.scan && (await include(trx, actor, letter, request.scan, now))
    if (request.scan && !scan) return refuse({ kind: 'not-included' })
    const step = what === 'receipt' ? ('receipt-returned' as const) : ('returned' as const)
    const told = what === 'receipt' ? { receiver: receiver || letter.receiver } : { returnReason: reason }
    await moveLetters(
      trx,
      actor,
      [
        {
          ...{ id: letter.id, step, note: what === 'letter' ? reason : '', ...told },
          ...(day && { deliveredOn: day }),
          // An AR alone has a place of its own; the scan of a returned envelope is one document more in the case file.
          ...(scan && letter.withReceipt && { receiptDocumentId: scan.id }),
        },
      ],
      now,
    )
    const fact = {
      ...(day && { on: day }),
      ...(what === 'letter' && { reason }),
      ...(scan && { receipt: scan.number }),
    }
    await recordLetters(trx, actor, [letter], { step, ...fact }, now)
    return done({ letter })
  })
}

/** With the level of the document that was posted; undefined where the case file takes none in that unit now. */
async function include(
  db: Database,
  actor: Actor,
  letter: LetterRow,
  { waitingId, typeId, conferenceKindId }: NonNullable<ReturnRequest['scan']>,
  now: Date,
): Promise<{ id: string; number: string } | undefined> {
  const [unitId, { level, legalBasisId }] = [
    await currentUnitOf(db, letter.unitId),
    await selectLevelOf(db, letter.documentId),
  ]
  const { caseDigits, unitAcronym } = await selectGate(db, { caseFileId: letter.caseFileId, unitId })
  const outcome = await includeFiles(
    db,
    { ...actor, unitId, unitAcronym },
    {
      ...{ caseDigits, typeId, waitingIds: [waitingId], level, legalBasisId: legalBasisId ?? undefined },
      ...{
        description: `AR da carta ${letter.number}/${letter.year}`,
        treeName: `AR ${letter.trackingCode ?? ''}`.trim(),
      },
      ...{ datedOn: todayIn(now), origin: 'digitized', conferenceKindId },
      ...(unitId !== actor.unitId && { doneIn: actor }),
    },
    now,
  )
  const number = outcome?.done ? outcome.value.numbers[0] : undefined
  return number ? { number, id: await selectDocumentId(db, number) } : undefined
}
