import type { Actor } from '../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refused } from '../../../platform/outcome.ts'
import { record } from '../../history/index.ts'
import { type CaseRefusal, refusalsToAct } from '../case-actions.rules.ts'
import type { CaseFile } from '../case-file.ts'
import { factsToAct } from '../facts-to-act.ts'
import { findCaseFile } from '../find-case-file.ts'
import { deleteObservation, type ObservationRow, selectObservations, upsertObservation } from './observation.queries.ts'

/** What one unit remarked on a case file. */
export type Observation = ObservationRow

/**
 * Writes the remark of the actor's unit on the case file, or takes it away where the text is empty. Each unit has one,
 * and nobody else can change it (PRO-032). `text`: at most 2000 characters.
 */
export async function writeObservation(
  db: Database,
  actor: Actor,
  digits: string,
  text: string,
  now: Date,
): Promise<Outcome<true, CaseRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const caseFile = await findCaseFile(trx, actor, { digits }, 'locked', now)
    if (!caseFile) return undefined
    const refusal = refused(refusalsToAct('write-unit-remark', factsToAct(caseFile, actor.unitId)))
    if (refusal) return refusal
    const before =
      (await selectObservations(trx, caseFile.id)).find(({ unitId }) => unitId === actor.unitId)?.text ?? ''
    if (before === text) return done(true)
    const event = { kind: 'case-data-changed', fields: 'observação da unidade' } as const
    await Promise.all([
      text ? upsertObservation(trx, actor, caseFile.id, text, now) : deleteObservation(trx, actor, caseFile.id),
      record(trx, actor, now, [{ caseFileId: caseFile.id, event }]),
    ])
    return done(true)
  })
}

/** The observations of all units, oldest first. The case file has passed the gate. */
export function observationsOf(db: Database, caseFile: Pick<CaseFile, 'id'>): Promise<Observation[]> {
  return selectObservations(db, caseFile.id)
}
