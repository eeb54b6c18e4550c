import type { Actor } from '../../../platform/actor.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { fieldChoices } from '../fields/find-choices.ts'
import { mayInformNumber } from './informed-number.rules.ts'
import { numberSourceOf } from './number-source.ts'
import type { OpenTyped } from './open-case-file.form.ts'
import { selectOpeningUnit } from './opening.queries.ts'

/** What the form of a new case file shows besides what was typed. */
export async function openingChoices(
  db: Database,
  actor: Actor,
  typed: OpenTyped,
  suggested: readonly string[],
  now: Date,
) {
  const [choices, unit] = await Promise.all([
    fieldChoices(db, actor.unitId, typed.fields, suggested),
    selectOpeningUnit(db, actor),
  ])
  const today = todayIn(now)
  return { choices, today, mayInformNumber: mayInformNumber(numberSourceOf(unit, today).informing) }
}
