import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { CaseFile } from '../case-file.ts'
import { findCaseFile } from '../find-case-file.ts'
import { type SuspendedRow, selectSuspended, selectSuspension } from './suspension.queries.ts'

/** Why and since when a case file stands still. */
export interface Suspension {
  readonly unitId: string
  readonly unitAcronym: string
  readonly reason: string
  readonly startedAt: Date
  readonly startedBy: string
  /** The case file that it waits for, where this actor may see it. */
  readonly linkedTo: { readonly number: string; readonly digits: string } | undefined
}

/** Since when, by whom and why a case file that has passed the gate is suspended; undefined where it is not. */
export async function suspensionOf(
  db: Database,
  actor: Actor,
  caseFile: CaseFile,
  now: Date,
): Promise<Suspension | undefined> {
  if (!caseFile.suspensionUnitId) return undefined
  const row = await selectSuspension(db, caseFile.id)
  if (!row) return undefined
  const { linkedId, ...suspension } = row
  const linked = linkedId ? await findCaseFile(db, actor, { id: linkedId }, 'reading', now) : undefined
  return { ...suspension, linkedTo: linked && { number: linked.number, digits: linked.digits } }
}

export type Suspended = Omit<SuspendedRow, 'total'>

/** What the actor's unit suspended, latest first; 50 a page. */
export async function listSuspended(
  db: Database,
  actor: Actor,
  page: number,
  now: Date,
): Promise<{ rows: readonly Suspended[]; total: number; pageCount: number }> {
  const rows = await selectSuspended(db, actor, { limit: perPage, offset: (page - 1) * perPage }, now)
  const total = rows[0]?.total ?? 0
  return { rows, total, pageCount: Math.max(1, Math.ceil(total / perPage)) }
}

const perPage = 50
