import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import { findCaseFile } from '../../cases/index.ts'
import { type ActivityRow, selectActivities } from './activities.queries.ts'

/** What this person may know of what is done in a project that they have found. */
export function listActivities(
  db: Database,
  actor: Actor,
  projectId: string,
  now: Date,
): Promise<readonly ActivityRow[]> {
  return selectActivities(db, actor, projectId, now)
}

/** Whether the activity may be read in all its words, and its case file too. */
export async function isWholeFor(
  db: Database,
  actor: Actor,
  rows: readonly ActivityRow[],
  id: string,
  now: Date,
): Promise<boolean> {
  const row = rows.find((one) => one.id === id)
  if (!row?.isTold) return false
  if (row.caseFileId === null) return true
  return (await findCaseFile(db, actor, { id: row.caseFileId }, 'reading', now))?.reach === 'full'
}
