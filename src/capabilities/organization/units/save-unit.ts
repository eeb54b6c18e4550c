import { type LocalDate, todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import type { Editor } from '../changes/change.ts'
import { noteActive, noteChange } from '../changes/note-change.ts'
import { registerUnit } from '../register-unit.ts'
import type { Unit, UnitData } from './unit.ts'
import { fieldsOfUnit } from './unit-fields.text.ts'
import { insertUnitName, lockUnit, replaceLists, updateActive, updateUnit } from './units.queries.ts'

export type UnitRefusal = { readonly kind: 'acronym-taken' }

/** Changes a unit that was found within reach. Its old name goes on being shown on what is older than today (EST-004). */
export async function changeUnit(
  db: Database,
  by: Editor,
  unit: Pick<Unit, 'id'>,
  data: UnitData,
  now: Date,
): Promise<Outcome<true, UnitRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const before = await lockUnit(trx, unit.id)
    if (!before) return undefined
    if (!(await updateUnit(trx, unit.id, before.agencyId, data))) return refuse({ kind: 'acronym-taken' })
    if (before.acronym !== data.acronym || before.name !== data.name) {
      await insertUnitName(trx, unit.id, data, todayIn(now))
    }
    await replaceLists(trx, unit.id, data, now)
    const fields = { before: fieldsOfUnit(before), after: fieldsOfUnit(data) }
    await noteChange(trx, by, { register: 'unit', id: unit.id }, fields, now)
    return done(true)
  })
}

/** Registers a unit with all that is known of it, and puts it in the hierarchy from a day on. */
export async function openUnit(
  db: Database,
  by: Editor,
  agency: { readonly id: string; readonly acronym: string },
  data: UnitData,
  place: { readonly parentId: string | undefined; readonly parentLabel: string; readonly from: LocalDate },
  now: Date,
): Promise<Outcome<{ id: string }, UnitRefusal>> {
  return inTransaction(db, async (trx) => {
    const { emails, capacities, ...plain } = data
    const { parentId, parentLabel, from } = place
    const outcome = await registerUnit(trx, {
      ...plain,
      agencyId: agency.id,
      agencyAcronym: agency.acronym,
      from,
      ...(parentId ? { parentId } : {}),
    })
    if (!outcome.done) return outcome
    const { id } = outcome.value
    await replaceLists(trx, id, { emails, capacities }, now)
    const after = { ...fieldsOfUnit(data), superior: parentLabel }
    await noteChange(trx, by, { register: 'unit', id }, { before: undefined, after }, now)
    return outcome
  })
}

/** Takes a unit out of use, or back into it (EST-011). Out of use, nobody works in it; what it did stays. */
export async function setUnitActive(
  db: Database,
  by: Editor,
  unit: Pick<Unit, 'id'>,
  active: boolean,
  now: Date,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    if (!(await updateActive(trx, unit.id, active, now))) return
    await noteActive(trx, by, { register: 'unit', id: unit.id }, active, now)
  })
}
