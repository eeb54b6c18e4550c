import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import { findLinked } from '../linked-case-file.ts'
import { type RequestRow, selectRequest, selectRequests } from './requests.queries.ts'

/** A request whose words are for this person; undefined also where its case file does not let them in. */
export async function findRequest(
  db: Database,
  actor: Actor,
  id: string,
  mode: 'reading' | 'locked',
  now: Date,
): Promise<RequestRow | undefined> {
  const row = await selectRequest(db, actor, id, mode, now)
  if (!row || row.caseFileId === null) return row
  return (await findLinked(db, actor, { id: row.caseFileId }, now)) ? row : undefined
}

/** The requests that wait for an answer, or the last that were answered: those that this person may know of. */
export function listRequests(
  db: Database,
  actor: Actor,
  side: 'open' | 'decided',
  now: Date,
): Promise<readonly RequestRow[]> {
  return selectRequests(db, actor, side, now)
}
