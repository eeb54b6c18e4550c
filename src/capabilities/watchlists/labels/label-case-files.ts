import type { Actor } from '../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse, refused } from '../../../platform/outcome.ts'
import { type CaseFile, type CaseRefusal, factsToAct, findCaseFile, refusalsToAct } from '../../cases/index.ts'
import {
  deleteLabelling,
  type LabellingEventRow,
  type LabellingRow,
  selectLabellingEvents,
  selectLabellings,
  selectLabelThere,
  upsertLabelling,
} from './labelling.queries.ts'

export interface LabellingRequest {
  /** Digits of the number, as in addresses. */
  readonly caseNumber: string
  readonly labelId: string
  /** At most 500 characters. */
  readonly text: string
}

export type LabellingRefusal =
  | CaseRefusal
  | { readonly kind: 'no-such-label' | 'label-out-of-use' | 'already-labelled' | 'not-labelled' }

/**
 * Puts a label of the actor's unit on a case file. Already there, it gets the new text; with none, or the same, there is
 * nothing to do, and that is said.
 */
export async function includeLabel(
  db: Database,
  actor: Actor,
  { caseNumber, labelId, text }: LabellingRequest,
  now: Date,
): Promise<Outcome<'included' | 'changed', LabellingRefusal> | undefined> {
  return onCaseFile(db, actor, caseNumber, now, async (trx, caseFile) => {
    const there = await selectLabelThere(trx, actor, caseFile.id, labelId)
    if (!there) return refuse({ kind: 'no-such-label' })
    if (there.text !== null && (text === '' || text === there.text)) return refuse({ kind: 'already-labelled' })
    if (!there.active && there.text === null) return refuse({ kind: 'label-out-of-use' })
    const kind = there.text === null ? 'included' : 'changed'
    await upsertLabelling(trx, actor, { caseFileId: caseFile.id, labelId }, kind, text, now)
    return done(kind)
  })
}

/** Changes the text of a label on a case file; '' leaves it without text. */
export async function changeLabelling(
  db: Database,
  actor: Actor,
  { caseNumber, labelId, text }: LabellingRequest,
  now: Date,
): Promise<Outcome<true, LabellingRefusal> | undefined> {
  return onCaseFile(db, actor, caseNumber, now, async (trx, caseFile) => {
    const there = await selectLabelThere(trx, actor, caseFile.id, labelId)
    if (!there || there.text === null) return refuse({ kind: 'not-labelled' })
    if (there.text !== text)
      await upsertLabelling(trx, actor, { caseFileId: caseFile.id, labelId }, 'changed', text, now)
    return done(true)
  })
}

/** Takes a label off a case file. */
export async function removeLabel(
  db: Database,
  actor: Actor,
  { caseNumber, labelId }: Omit<LabellingRequest, 'text'>,
  now: Date,
): Promise<Outcome<true, LabellingRefusal> | undefined> {
  return onCaseFile(db, actor, caseNumber, now, async (trx, caseFile) => {
    const gone = await deleteLabelling(trx, actor, { caseFileId: caseFile.id, labelId }, now)
    return gone ? done(true) : refuse({ kind: 'not-labelled' })
  })
}

/** The labels of the actor's unit on a case file that has passed the gate. */
export function labellingsOn(db: Database, actor: Actor, caseFile: Pick<CaseFile, 'id'>): Promise<LabellingRow[]> {
  return selectLabellings(db, actor, caseFile.id)
}

/** What the actor's unit did with labels on a case file that has passed the gate, newest first. */
export function labellingHistory(
  db: Database,
  actor: Actor,
  caseFile: Pick<CaseFile, 'id'>,
): Promise<LabellingEventRow[]> {
  return selectLabellingEvents(db, actor, caseFile.id)
}

async function onCaseFile<Value>(
  db: Database,
  actor: Actor,
  digits: string,
  now: Date,
  act: (trx: Database, caseFile: CaseFile) => Promise<Outcome<Value, LabellingRefusal>>,
): Promise<Outcome<Value, LabellingRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const caseFile = await findCaseFile(trx, actor, { digits }, 'locked', now)
    if (!caseFile) return undefined
    return refused(refusalsToAct('annotate', factsToAct(caseFile, actor.unitId))) ?? act(trx, caseFile)
  })
}
