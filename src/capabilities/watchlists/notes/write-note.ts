import type { Actor } from '../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refused } from '../../../platform/outcome.ts'
import {
  type CaseFile,
  type CaseRefusal,
  caseLevel,
  factsToAct,
  findCaseFile,
  refusalsToAct,
} from '../../cases/index.ts'
import { deleteNote, type NoteKey, type NoteRow, selectNote, upsertNote } from './note.queries.ts'

export interface NoteRequest {
  /** Digits of the number, as in addresses. */
  readonly caseNumber: string
  /** At most 500 characters; '' takes the note away. */
  readonly text: string
  readonly priority: boolean
}

/** What became of the note: `nothing` where there was none to take away. */
export type NoteWritten = 'written' | 'removed' | 'nothing'

/**
 * Writes the note of the actor's unit on a case file, over the one before. In a confidential case file it is the holder's
 * own, unseen by colleagues (PRO-241, PRO-242). It leaves no word in the history, and never travels.
 */
export async function writeNote(
  db: Database,
  actor: Actor,
  request: NoteRequest,
  now: Date,
): Promise<Outcome<NoteWritten, CaseRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const caseFile = await findCaseFile(trx, actor, { digits: request.caseNumber }, 'locked', now)
    if (!caseFile) return undefined
    const refusal = refused(refusalsToAct('annotate', factsToAct(caseFile, actor.unitId)))
    if (refusal) return refusal
    const key = keyOf(actor, caseFile)
    if (request.text === '') return done((await deleteNote(trx, actor, key)) ? 'removed' : 'nothing')
    await upsertNote(trx, actor, key, request, now)
    return done('written')
  })
}

/** The note that this actor may see on a case file that has passed the gate. */
export function noteOn(db: Database, actor: Actor, caseFile: CaseFile): Promise<NoteRow | undefined> {
  return selectNote(db, actor, keyOf(actor, caseFile))
}

/** Takes the unit's note off a case file that is being sent, so that it does not come back with it (PRO-124). */
export function removeNote(db: Database, actor: Actor, caseFile: CaseFile): Promise<boolean> {
  return deleteNote(db, actor, keyOf(actor, caseFile))
}

function keyOf(actor: Actor, { id, access }: CaseFile): NoteKey {
  return { caseFileId: id, accountId: caseLevel(access) === 'confidential' ? actor.userId : null }
}
