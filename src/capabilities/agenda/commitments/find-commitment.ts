import type { Actor } from '../../../platform/actor.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { findLinked } from '../linked-case-file.ts'
import { type CommitmentRow, selectCommitment } from './commitments.queries.ts'

/** A commitment whose words are for this person; undefined also where it is about a case file that does not let them in. */
export async function findCommitment(
  db: Database,
  actor: Actor,
  id: string,
  mode: 'reading' | 'locked',
  now: Date,
): Promise<CommitmentRow | undefined> {
  const row = await selectCommitment(db, actor, { id, mode, today: todayIn(now) }, now)
  if (!row?.isTold) return undefined
  if (row.caseFileId === null) return row
  return (await findLinked(db, actor, { id: row.caseFileId }, now)) ? row : undefined
}
