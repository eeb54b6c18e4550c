import type { Actor } from '../../platform/actor.ts'
import { type CaseFile, type CaseRefusal, factsToAct, refusalsToAct } from '../cases/index.ts'

/**
 * What stands against remarks about a case file. What is annexed travels with its principal, so the desk of the principal
 * decides (PRO-247).
 */
export function refusalsOfCase(actor: Actor, caseFile: CaseFile): readonly CaseRefusal[] {
  return refusalsToAct('acknowledge-or-comment', factsToAct(caseFile.principal ?? caseFile, actor.unitId))
}
