import type { Actor } from '../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse, refused } from '../../../platform/outcome.ts'
import { type CaseFile, findCaseFile } from '../../cases/index.ts'
import { unitPeople } from '../../identity/index.ts'
import { selectEntry, updateEntry } from './day-book.queries.ts'
import { isSettled, type MoveRefusal, refusalsToMove } from './entry.rules.ts'
import type { EntryState } from './entry.ts'

export interface MoveRequest {
  readonly id: string
  readonly state: EntryState
  /** Undefined: nobody. */
  readonly responsibleId: string | undefined
  /** Digits of the case file in which it is; undefined: in none. */
  readonly caseNumber: string | undefined
  readonly dueOn: string | null
  readonly note: string
}

export type MoveEntryRefusal = MoveRefusal | { readonly kind: 'no-such-case-file' | 'not-of-this-unit' }

/**
 * Says how something that came in stands: in which case file, with whom, until when (FLX-043, FLX-044). Undefined: it is
 * not on the board of this unit, or in a case file that is not for this actor.
 */
export async function moveEntry(
  db: Database,
  actor: Actor,
  request: MoveRequest,
  now: Date,
): Promise<Outcome<true, MoveEntryRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const entry = await selectEntry(trx, actor, request.id, 'locked', now)
    if (!entry || !(await isOpenTo(trx, actor, entry.caseFileId, now))) return undefined
    const caseFile = await caseFileOf(trx, actor, request.caseNumber, now)
    if (request.caseNumber && !caseFile) return refuse({ kind: 'no-such-case-file' })
    const { responsibleId = null, state, note, dueOn } = request
    const isNew = responsibleId !== null && responsibleId !== entry.responsibleId
    if (isNew && !(await unitPeople(trx, actor.unitId, now)).some(({ id }) => id === responsibleId)) {
      return refuse({ kind: 'not-of-this-unit' })
    }
    const facts = { to: state, hasCaseFile: caseFile !== undefined, hasPerson: responsibleId !== null }
    const refusal = refused<MoveEntryRefusal>(refusalsToMove(facts))
    if (refusal) return refusal
    const caseFileId = caseFile?.id ?? null
    await updateEntry(
      trx,
      actor,
      { id: entry.id, state, settled: isSettled(state), responsibleId, caseFileId, dueOn, note },
      now,
    )
    return done(true)
  })
}

/** Whether the case file in which it is, if any, lets this person in. */
export async function isOpenTo(db: Database, actor: Actor, caseFileId: string | null, now: Date): Promise<boolean> {
  if (caseFileId === null) return true
  return (await findCaseFile(db, actor, { id: caseFileId }, 'reading', now))?.reach === 'full'
}

async function caseFileOf(
  db: Database,
  actor: Actor,
  digits: string | undefined,
  now: Date,
): Promise<CaseFile | undefined> {
  const found = digits ? await findCaseFile(db, actor, { digits }, 'locked', now) : undefined
  return found?.reach === 'full' ? found : undefined
}
