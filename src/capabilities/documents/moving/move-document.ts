import type { Actor } from '../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse, refused } from '../../../platform/outcome.ts'
import {
  type CaseFile,
  factsToAct,
  findCaseFiles,
  noteNews,
  refreshEffectiveLevel,
  refusalsToAct,
} from '../../cases/index.ts'
import { record } from '../../history/index.ts'
import { type Document, labelForHistory } from '../document.ts'
import { refusalsOfAct } from '../document-facts.ts'
import { findDocument } from '../find-document.ts'
import { isOursToKeep } from '../keeping/change-data.ts'
import { checkLevel } from '../level/check-level.ts'
import { type MoveRefusal, movingMode, refusalsToMove } from './move-document.rules.ts'
import { moveToCase, selectMoving } from './moving.queries.ts'

export interface MoveRequest {
  /** The nº SEI. */
  readonly number: string
  /** Digits of the case file to which it goes. */
  readonly toDigits: string
  /** 5 to 500 characters: it stands in both histories. */
  readonly reason: string
}

/**
 * Takes an external document to another case file, with its number, its file and its certifications (PRO-232). Documents
 * of the editor stay where they were made. Undefined when there is no such document for this actor.
 */
export async function moveDocument(
  db: Database,
  actor: Actor,
  request: MoveRequest,
  now: Date,
): Promise<Outcome<{ number: string }, MoveRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const { number, toDigits, reason } = request
    const seen = await findDocument(trx, actor, number, 'reading', now)
    if (!seen || !isOursToKeep(seen)) return undefined
    // Both are held, in one order, before anything is decided.
    const keys = [{ id: seen.caseFile.id }, { digits: toDigits }]
    const target = (await findCaseFiles(trx, actor, keys, 'locked', now)).find(({ digits }) => digits === toDigits)
    const document = await findDocument(trx, actor, number, 'locked', now)
    if (document?.caseFile.id !== seen.caseFile.id) return undefined
    const refusal = refused(await refusalsOf(trx, actor, document, target))
    if (refusal || !target) return refusal ?? refuse<MoveRefusal>({ kind: 'target-not-found' })
    const from = document.caseFile
    const about = { documentId: document.id }
    const label = labelForHistory(document)
    await Promise.all([
      moveToCase(trx, actor, { documentId: document.id, from: from.id, to: target.id, reason }, now),
      record(trx, actor, now, [
        {
          ...about,
          caseFileId: from.id,
          event: { kind: 'document-moved-away', document: label, other: numberFor(from, target), reason },
        },
        {
          ...about,
          caseFileId: target.id,
          event: { kind: 'document-moved-here', document: label, other: numberFor(target, from), reason },
        },
      ]),
      noteNews(trx, actor, from.id, now),
      noteNews(trx, actor, target.id, now),
    ])
    await refreshEffectiveLevel(trx, actor, from.id, now)
    await refreshEffectiveLevel(trx, actor, target.id, now)
    return done({ number: document.number })
  })
}

async function refusalsOf(
  db: Database,
  actor: Actor,
  document: Document,
  target: CaseFile | undefined,
): Promise<MoveRefusal[]> {
  const [moving, level] = await Promise.all([
    selectMoving(db, actor.unitId),
    target
      ? checkLevel(
          db,
          target,
          { level: document.level, legalBasisId: document.legalBasisId ?? undefined },
          document.legalBasisId,
        )
      : [],
  ])
  return refusalsToMove({
    mode: movingMode(moving.setting),
    unitIsMailroom: moving.unitIsMailroom,
    act: refusalsOfAct('move', 'change', document, actor.unitId),
    target: target && {
      isTheSame: target.id === document.caseFile.id,
      refusals: refusalsToAct('include-document', factsToAct(target, actor.unitId)),
      level,
    },
    leavesConfidential:
      document.caseFile.effectiveLevel === 'confidential' && target?.effectiveLevel !== 'confidential',
  })
}

/** A history that others read does not tell the number of what is confidential. */
function numberFor(reader: CaseFile, told: CaseFile): string {
  const hidden = told.effectiveLevel === 'confidential' && reader.effectiveLevel !== 'confidential'
  return hidden ? '(sigiloso)' : told.number
}
