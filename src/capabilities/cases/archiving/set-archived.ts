import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import { insertPassages } from '../holdings.queries.ts'
import { refreshState } from '../state.queries.ts'
import { endArchiving, insertArchiving } from './archiving.queries.ts'

/**
 * Makes a case file archived, so that the matrix of acts leaves only consulting (PRO-045), or brings it back. The caller
 * holds it `locked`, has asked its own rules, and records the event.
 */
export async function setArchived(
  db: Database,
  actor: Actor,
  { caseFileId, archived }: { readonly caseFileId: string; readonly archived: boolean },
  now: Date,
): Promise<void> {
  if (archived) await insertArchiving(db, actor, caseFileId, now)
  else await endArchiving(db, actor, caseFileId, now)
  await refreshState(db, caseFileId)
}

/** An archived case file goes into the keeping of another unit, which reads it from now on as one where it passed. */
export async function takeCustody(db: Database, caseFileId: string, unitId: string, now: Date): Promise<void> {
  await insertPassages(db, caseFileId, [unitId], now)
}
