import type { Actor } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'
import { type CaseFile, findCaseFile } from '../cases/index.ts'

/** The case file with these digits, where it is wholly open to this person; else nothing is told of it. */
export async function findLinked(
  db: Database,
  actor: Actor,
  wanted: { readonly digits: string } | { readonly id: string },
  now: Date,
): Promise<CaseFile | undefined> {
  const found = await findCaseFile(db, actor, wanted, 'reading', now)
  return found?.reach === 'full' ? found : undefined
}
