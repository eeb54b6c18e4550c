import { addDays, daysBetween, type LocalDate, parseLocalDate } from '../../../platform/calendar/index.ts'
import type { FieldProblem } from '../../../platform/form-fields.ts'

/** Days of the civil calendar, both included. */
export interface Period {
  readonly from: LocalDate
  readonly until: LocalDate
}

export interface PeriodAsked {
  /** As typed, to be shown again. */
  readonly typed: { readonly de: string; readonly ate: string }
  /** Undefined where what was typed is no period. */
  readonly period: Period | undefined
  readonly problems: readonly FieldProblem[]
}

const longestDays = 5 * 366

/** The period of an address; without one, the last thirty days. Five years at most, and nothing of the future. */
export function readPeriod(typedFrom: string, typedUntil: string, today: LocalDate): PeriodAsked {
  if (typedFrom === '' && typedUntil === '') {
    const period = { from: addDays(today, -29), until: today }
    return { typed: { de: period.from, ate: period.until }, period, problems: [] }
  }
  const typed = { de: typedFrom.slice(0, 20), ate: typedUntil.slice(0, 20) }
  const [from, until] = [likely(typedFrom), likely(typedUntil)]
  const problems = [
    ...(from ? [] : [{ field: 'de', message: 'Informe o primeiro dia do período como dia, mês e ano.' }]),
    ...(until ? [] : [{ field: 'ate', message: 'Informe o último dia do período como dia, mês e ano.' }]),
    ...(from && until && until < from ? [{ field: 'ate', message: 'O último dia vem antes do primeiro.' }] : []),
    ...(from && from > today ? [{ field: 'de', message: 'O período começa no futuro.' }] : []),
    ...(from && until && daysBetween(from, until) >= longestDays
      ? [{ field: 'ate', message: 'O período tem mais de cinco anos. Escolha um mais curto.' }]
      : []),
  ]
  const period = from && until && problems.length === 0 ? { from, until: until > today ? today : until } : undefined
  return { typed, period, problems }
}

function likely(text: string): LocalDate | undefined {
  const day = parseLocalDate(text)
  return day && day >= '1990-01-01' && day <= '2200-12-31' ? day : undefined
}
