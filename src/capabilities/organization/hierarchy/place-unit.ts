import { type LocalDate, todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import type { Editor } from '../changes/change.ts'
import { noteFields } from '../changes/note-change.ts'
import type { Unit } from '../units/unit.ts'
import { cutPlacements, insertPlace, lockHierarchy, selectParentLabel, selectWouldBeCycle } from './placing.queries.ts'

export interface PlaceRequest {
  /** Undefined: at the top. */
  readonly parentId: string | undefined
  /** As people name it; '' at the top. */
  readonly parentLabel: string
  readonly from: LocalDate
  /** Last day; undefined: without end. */
  readonly until: LocalDate | undefined
}

export type PlaceRefusal =
  | { readonly kind: 'below-itself' }
  | { readonly kind: 'in-the-past' }
  | { readonly kind: 'ends-before-start' }

/**
 * Gives a unit its place in the hierarchy from a day on; later places that were planned are replaced. Permissions that
 * extend to sub-units follow at once (EST-017). Days that are gone are not rewritten.
 */
export async function placeUnit(
  db: Database,
  by: Editor,
  unit: Pick<Unit, 'id'>,
  request: PlaceRequest,
  now: Date,
): Promise<Outcome<true, PlaceRefusal>> {
  const { parentId, from, until } = request
  if (from < todayIn(now)) return refuse({ kind: 'in-the-past' })
  if (until && until < from) return refuse({ kind: 'ends-before-start' })
  return inTransaction(db, async (trx) => {
    await lockHierarchy(trx)
    if (parentId && (await selectWouldBeCycle(trx, unit.id, parentId, from, until))) {
      return refuse({ kind: 'below-itself' })
    }
    const before = await selectParentLabel(trx, unit.id, from)
    await cutPlacements(trx, unit.id, from)
    await insertPlace(trx, unit.id, parentId, from, until)
    const after = `${parentId ? request.parentLabel : 'No topo'}, desde ${spoken(from)}${until ? ` até ${spoken(until)}` : ''}`
    await noteFields(trx, by, { register: 'unit', id: unit.id }, [{ field: 'superior', before, after }], now)
    return done(true)
  })
}

/** Takes a unit out of the hierarchy from today on: it stays in the register, but nobody can switch to it (EST-016). */
export async function removeFromHierarchy(db: Database, by: Editor, unit: Pick<Unit, 'id'>, now: Date): Promise<void> {
  await inTransaction(db, async (trx) => {
    await lockHierarchy(trx)
    const before = await selectParentLabel(trx, unit.id, todayIn(now))
    await cutPlacements(trx, unit.id, todayIn(now))
    if (before === undefined) return
    const after = 'Fora da hierarquia'
    await noteFields(trx, by, { register: 'unit', id: unit.id }, [{ field: 'superior', before, after }], now)
  })
}

/** `2026-11-22` → `22/11/2026` */
function spoken(day: LocalDate): string {
  return day.split('-').reverse().join('/')
}
