import type { Actor } from '../../../platform/actor.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse, refused } from '../../../platform/outcome.ts'
import type { CaseFile } from '../../cases/index.ts'
import { listCalendars } from '../authorities/find-calendars.ts'
import { selectKeepsReserved } from '../keepers/keepers.queries.ts'
import { findLinked } from '../linked-case-file.ts'
import { acceptRequest, lockOpenRequest } from '../requests/requests.queries.ts'
import { insertCommitment, selectOccupying } from './booking.queries.ts'
import { type Occupied, refusalsOfTerms, type TermsRefusal } from './commitment.rules.ts'
import type { CommitmentTerms } from './commitment.ts'
import { tellRequester } from './tell-requesters.ts'
import { clockOf } from './wall-clock.ts'

export type BookingRefusal =
  | TermsRefusal
  | Occupied
  | { readonly kind: 'no-such-case-file' }
  | { readonly kind: 'request-decided' }

export interface Booking extends CommitmentTerms {
  readonly officeId: string
  /** The request that it answers: it becomes accepted with it. */
  readonly requestId?: string | undefined
}

/**
 * Puts something into the agenda of an authority, for whoever answers on that day (FLX-070, FLX-072). Of many at once for
 * the same authority, person or room, one is done and the others are refused. Undefined: this unit keeps no such agenda.
 */
export async function bookCommitment(
  db: Database,
  actor: Actor,
  booking: Booking,
  now: Date,
): Promise<Outcome<{ id: string }, BookingRefusal> | undefined> {
  const { officeId, requestId = null } = booking
  return inTransaction(db, async (trx) => {
    const day = todayIn(booking.from)
    const [calendars, keepsReserved, caseFile] = await Promise.all([
      listCalendars(trx, actor, day),
      selectKeepsReserved(trx, actor, officeId, todayIn(now)),
      booking.caseNumber ? findLinked(trx, actor, { digits: booking.caseNumber }, now) : undefined,
    ])
    const calendar = calendars.find((one) => one.officeId === officeId)
    if (!calendar) return undefined
    if (booking.caseNumber && !caseFile) return refuse({ kind: 'no-such-case-file' })
    const refusal = refused<BookingRefusal>(refusalsOfTerms(factsOf(booking, calendar, caseFile, keepsReserved)))
    if (refusal) return refusal
    if (requestId && !(await lockOpenRequest(trx, actor, requestId, now))) return refuse({ kind: 'request-decided' })
    const row = { officeId, terms: booking, day, caseFileId: caseFile?.id ?? null, requestId }
    const id = await insertCommitment(trx, actor, row, now)
    if (!id) return refuse(await selectOccupying(trx, row, undefined))
    if (requestId) {
      await acceptRequest(trx, actor, requestId, now)
      await tellRequester(trx, id, 'booked')
    }
    return done({ id })
  })
}

export function factsOf(
  terms: CommitmentTerms,
  hours: { readonly opens: string; readonly closes: string },
  caseFile: CaseFile | undefined,
  keepsReserved: boolean,
) {
  return {
    terms,
    hours: { opens: hours.opens, closes: hours.closes },
    clock: { from: clockOf(terms.from), to: clockOf(terms.to) },
    day: todayIn(terms.from),
    isCaseConfidential: caseFile?.effectiveLevel === 'confidential',
    keepsReserved,
  }
}
