import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { done, type Outcome } from '../../../platform/outcome.ts'
import { formatCaseNumber, type Mask, type NumberRefusal, numberScope, parseMask } from '../../organization/index.ts'
import { type InformedNumberFacts, informedNumberMode } from './informed-number.rules.ts'
import { type OpeningUnitRow, takeSequence } from './opening.queries.ts'

/** Where the number of a case file comes from: the agency's mask with the codes of agency and unit, for one year. */
export interface NumberSource {
  readonly mask: Mask
  readonly agencyCode: string
  readonly unitCode: string
  readonly year: number
  /** Why no number can be made at all: codes that are missing or do not fit. */
  readonly refusals: readonly NumberRefusal[]
  /** What the rule about informed numbers asks of the unit and the day. */
  readonly informing: Omit<InformedNumberFacts, 'number' | 'filedOn'>
}

export function numberSourceOf(unit: OpeningUnitRow, today: LocalDate): NumberSource {
  const { agencyCode, unitCode } = unit
  const mask = maskOf(unit.numberMask)
  const year = Number(today.slice(0, 4))
  const trial = formatCaseNumber(mask, { agencyCode, unitCode, year, sequence: 1 })
  return {
    mask,
    agencyCode,
    unitCode,
    year,
    refusals: trial.done ? [] : trial.refusals,
    informing: {
      mode: informedNumberMode(unit.informedNumber),
      unitIsMailroom: unit.isMailroom,
      mask: typeof unit.informedMask === 'string' && unit.informedMask ? maskOf(unit.informedMask) : undefined,
      today,
    },
  }
}

/** The next number of the source. Its sequence is held until the transaction ends. */
export async function takeNumber(db: Database, source: NumberSource): Promise<Outcome<string, NumberRefusal>> {
  const sequence = await takeSequence(db, numberScope(source.mask, source), source.year)
  const number = formatCaseNumber(source.mask, { ...source, sequence })
  return number.done ? done(number.value) : number
}

/** Masks are checked when they are registered. */
function maskOf(text: string): Mask {
  const parsed = parseMask(text)
  if (!parsed.done) throw new Error(`the registered mask ${text} cannot be read`)
  return parsed.value
}
