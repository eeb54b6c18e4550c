import type { Database } from '../../platform/db/index.ts'
import { closeHoldings, insertHoldings, insertPassages, openUnitsOf } from './holdings.queries.ts'

export interface HoldingsChange {
  readonly caseFileId: string
  readonly close?: readonly {
    readonly unitId: string
    readonly closing: 'sent' | 'concluded' | 'annexed' | 'recalled' | 'deleted'
  }[]
  readonly open?: readonly {
    readonly unitId: string
    readonly origin: 'generated' | 'received'
    /** Who opened it there; undefined where it waits to be received (red). */
    readonly receivedBy?: string | undefined
    readonly assignedTo?: string | undefined
    readonly seen?: boolean
  }[]
  readonly by: string
  readonly now: Date
  /** Concluding, annexing and deleting may leave it on no desk; nothing else may (invariant R1 of routing). */
  readonly mayLeaveNoDesk?: boolean
}

/**
 * Changes on which desks a case file lies. The only way in which holdings change. The caller holds the case file
 * `locked`; the statements travel together, in one round trip.
 */
export async function changeHoldings(db: Database, change: HoldingsChange): Promise<void> {
  await Promise.all([
    closeHoldings(db, change.caseFileId, change.close ?? [], change.by, change.now),
    insertHoldings(db, change.caseFileId, change.open ?? [], change.now),
    insertPassages(
      db,
      change.caseFileId,
      (change.open ?? []).map(({ unitId }) => unitId),
      change.now,
    ),
  ])
  if (change.mayLeaveNoDesk || (change.open?.length ?? 0) > 0) return
  if ((await openUnitsOf(db, change.caseFileId)) === 0) {
    throw new Error(`case file ${change.caseFileId} would lie on no desk`)
  }
}
