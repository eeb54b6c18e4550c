import type { Actor } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'
import { secretNumbers } from '../cases/index.ts'
import { linkedNumbers, withoutNumbers } from '../history/index.ts'
import { type DeskStretch, selectDesk } from './desk.queries.ts'
import type { DeskFilter, DeskRow } from './desk-filter.ts'

/** A stretch of the desk; what its last movements name besides is told only as far as the actor may know of it. */
export async function readDesk(
  db: Database,
  actor: Actor,
  filter: DeskFilter,
  stretch: DeskStretch,
  now: Date,
): Promise<DeskRow[]> {
  const rows = await selectDesk(db, actor, filter, stretch, now)
  const numbers = linkedNumbers(rows.flatMap(toldEvent))
  if (numbers.length === 0) return rows
  const secret = await secretNumbers(db, actor, numbers)
  return rows.map((row) => {
    const [told] = toldEvent(row)
    return told && row.lastEvent ? { ...row, lastEvent: { ...row.lastEvent, ...withoutNumbers(told, secret) } } : row
  })
}

function toldEvent({ lastEvent }: DeskRow) {
  return lastEvent?.kind && lastEvent.facts ? [{ kind: lastEvent.kind, facts: lastEvent.facts }] : []
}
