import type { Actor } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'
import type { CaseFile } from '../cases/index.ts'
import { selectUnfinished } from './unsigned.queries.ts'

/** What would be left unfinished by concluding these case files here, in sentences. */
export function unfinishedIn(db: Database, actor: Actor, caseFiles: readonly CaseFile[]): Promise<string[]> {
  return selectUnfinished(
    db,
    actor,
    caseFiles.map(({ id }) => id),
  )
}
