import type { Actor } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'
import { selectPlaces } from './places.queries.ts'
import { selectDirectLine, selectRecallable } from './routing.queries.ts'

/** A desk on which the case file lies now. */
export interface DeskPlace {
  readonly unitAcronym: string
  readonly unitName: string
  readonly since: Date
  /** Undefined: sent there and not yet opened. */
  readonly receivedAt: Date | undefined
  /** Shown to its own unit alone (PRO-141). */
  readonly assignedToName: string | undefined
  readonly suspended: boolean
  readonly isOurs: boolean
  /** Day until which this unit should send it back. */
  readonly returnDue: string | undefined
}

/** Where a case file that has passed the gate lies now, the actor's unit first. Empty: concluded everywhere. */
export async function deskPlaces(db: Database, actor: Actor, caseFileId: string): Promise<DeskPlace[]> {
  const rows = await selectPlaces(db, actor.unitId, caseFileId)
  return rows.map((row) => ({
    ...row,
    receivedAt: row.receivedAt ?? undefined,
    assignedToName: row.isOurs ? (row.assignedToName ?? undefined) : undefined,
    returnDue: row.returnDue ?? undefined,
  }))
}

/** Acronyms of the units from which a sending of this unit may still be taken back. */
export async function mayRecall(db: Database, actor: Actor, caseFileId: string): Promise<string[]> {
  const rows = await selectRecallable(db, caseFileId, actor.unitId)
  return rows.map(({ acronym }) => acronym)
}

/** The units on the direct line of the actor's unit in a case file, that unit itself among them (PRO-131). */
export function directLineOf(db: Database, actor: Actor, caseFileId: string): Promise<string[]> {
  return selectDirectLine(db, caseFileId, actor.unitId)
}
