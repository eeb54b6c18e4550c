import type { Actor } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'
import { type CaseFile, type CaseRefusal, factsToAct, findCaseFiles, refusalsToAct } from '../cases/index.ts'

/**
 * What stands against remarks about each of these case files, by id. What is annexed travels with its principal, so the
 * desk of the principal decides (PRO-247); one statement for all principals.
 */
export async function refusalsOfCases(
  db: Database,
  actor: Actor,
  caseFiles: readonly CaseFile[],
  now: Date,
): Promise<ReadonlyMap<string, readonly CaseRefusal[]>> {
  const wanted = [...new Set(caseFiles.flatMap(({ annexedToDigits }) => annexedToDigits ?? []))]
  const principals =
    wanted.length > 0
      ? await findCaseFiles(
          db,
          actor,
          wanted.map((digits) => ({ digits })),
          'reading',
          now,
        )
      : []
  return new Map(
    caseFiles.map((caseFile) => {
      const principal = principals.find(({ digits }) => digits === caseFile.annexedToDigits)
      return [caseFile.id, refusalsToAct('acknowledge-or-comment', factsToAct(principal ?? caseFile, actor.unitId))]
    }),
  )
}
