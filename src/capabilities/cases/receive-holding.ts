import type { Database } from '../../platform/db/index.ts'
import { updateAssignee, updateReceived } from './holdings.queries.ts'

/** Marks an open holding as received. False where somebody of the unit was quicker, or it was received before. */
export async function receiveHolding(db: Database, holdingId: string, by: string, now: Date): Promise<boolean> {
  return updateReceived(db, holdingId, by, now)
}

/** Gives an open holding to a person of the unit; undefined takes it back. The caller holds the case file `locked`. */
export async function assignHolding(db: Database, holdingId: string, accountId: string | undefined): Promise<void> {
  await updateAssignee(db, holdingId, accountId ?? null)
}
