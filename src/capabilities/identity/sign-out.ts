import type { Database } from '../../platform/db/index.ts'
import { endSession } from './identity.queries.ts'

/** Ends the session for good: its cookie opens nothing afterwards. */
export async function signOut(db: Database, sessionHash: string, now: Date): Promise<void> {
  await endSession(db, sessionHash, now)
}
