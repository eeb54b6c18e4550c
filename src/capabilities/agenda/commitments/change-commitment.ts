import type { Actor } from '../../../platform/actor.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse, refused } from '../../../platform/outcome.ts'
import { listCalendars } from '../authorities/find-calendars.ts'
import { findLinked } from '../linked-case-file.ts'
import { type BookingRefusal, factsOf } from './book-commitment.ts'
import { selectOccupying, updateCommitment } from './booking.queries.ts'
import { refusalsOfTerms } from './commitment.rules.ts'
import type { CommitmentTerms } from './commitment.ts'
import { findCommitment } from './find-commitment.ts'
import { tellRequester } from './tell-requesters.ts'

export type ChangeRefusal = BookingRefusal | { readonly kind: 'cancelled' }

/**
 * Changes what is in an agenda, or puts it at another time: then it is rescheduled, and goes to whoever answers on that
 * day. What was published and changes leaves its trail. Undefined: there is no such commitment for this person.
 */
export async function changeCommitment(
  db: Database,
  actor: Actor,
  { id, ...terms }: CommitmentTerms & { readonly id: string },
  now: Date,
): Promise<Outcome<true, ChangeRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const before = await findCommitment(trx, actor, id, 'locked', now)
    if (!before) return undefined
    if (before.state === 'cancelled') return refuse({ kind: 'cancelled' })
    const day = todayIn(terms.from)
    const [calendars, caseFile] = await Promise.all([
      listCalendars(trx, actor, day),
      terms.caseNumber ? findLinked(trx, actor, { digits: terms.caseNumber }, now) : undefined,
    ])
    const calendar = calendars.find(({ officeId }) => officeId === before.officeId)
    if (!calendar) return undefined
    if (terms.caseNumber && !caseFile) return refuse({ kind: 'no-such-case-file' })
    const refusal = refused<ChangeRefusal>(refusalsOfTerms(factsOf(terms, calendar, caseFile, before.keepsReserved)))
    if (refusal) return refusal
    const moved = terms.from.getTime() !== before.from.getTime() || terms.to.getTime() !== before.to.getTime()
    const state = moved && before.state === 'confirmed' ? 'rescheduled' : before.state
    const row = { officeId: before.officeId, terms, day, caseFileId: caseFile?.id ?? null, state }
    if (!(await updateCommitment(trx, actor, id, row, now))) return refuse(await selectOccupying(trx, row, id))
    if (before.requestId && moved && terms.from > now) await tellRequester(trx, id, 'booked')
    return done(true)
  })
}
