import { type LocalDate, parseLocalDate } from '../../../platform/calendar/index.ts'
import { type FieldProblem, type FormFields, fieldText } from '../../../platform/form-fields.ts'
import { type Counting, mostDays } from './count-days.rules.ts'
import type { Term } from './count-term.ts'

/** A term as typed: a day, or so many days counted from one. */
export interface TermTyped {
  readonly day: string
  readonly days: string
  readonly counting: string
  readonly from: string
}

/** What is said of a day that cannot be read. */
export const noSuchDay = 'Este dia não existe. Escreva como 31/12/2026.'

const countings: Readonly<Record<string, Counting>> = {
  uteis: 'working',
  corridos: 'calendar-rolled',
  'corridos-exatos': 'calendar',
}

/** The ways of counting as forms send them. */
export const countingValues = Object.entries(countings).map(([value, counting]) => ({ value, counting }))

export function countingValue(counting: Counting): string {
  return countingValues.find((one) => one.counting === counting)?.value ?? ''
}

export function readTermTyped(fields: FormFields, prefix = ''): TermTyped {
  const text = (name: string) => fieldText(fields, `${prefix}${name}`).trim().slice(0, 20)
  return { day: text('dia'), days: text('dias'), counting: text('contagem') || 'uteis', from: text('desde') }
}

/** The term that was meant; undefined where nothing was typed, or something is wrong. */
export function readTerm(
  typed: TermTyped,
  today: LocalDate,
  prefix = '',
): { term: Term | undefined; problems: FieldProblem[] } {
  const problem = (name: string, message: string) => ({
    term: undefined,
    problems: [{ field: `${prefix}${name}`, message }],
  })
  const due = typed.day ? dayWithin(typed.day) : undefined
  const from = typed.from ? dayWithin(typed.from) : today
  // Also where it would not count: nothing that was typed is passed over.
  const unreadable = [...(typed.day && !due ? ['dia'] : []), ...(from ? [] : ['desde'])]
  if (unreadable.length > 0 || !from) {
    return { term: undefined, problems: unreadable.flatMap((name) => problem(name, noSuchDay).problems) }
  }
  if (typed.day && typed.days) return problem('dias', 'Informe o dia ou o número de dias, não os dois.')
  if (due) return { term: { due }, problems: [] }
  if (!typed.days) return { term: undefined, problems: [] }
  const days = /^\d{1,4}$/.test(typed.days) ? Number(typed.days) : 0
  if (days < 1 || days > mostDays) return problem('dias', `Informe de 1 a ${mostDays} dias.`)
  const counting = countings[typed.counting]
  return counting
    ? { term: { from, days, counting }, problems: [] }
    : problem('contagem', 'Escolha como os dias são contados.')
}

/** A day that exists, in years in which offices have deadlines; undefined for all else that may be typed. */
export function dayWithin(text: string): LocalDate | undefined {
  const date = parseLocalDate(text) ?? parseLocalDate(text.replace(/^(\d{2})\/(\d{2})\/(\d{4})$/, '$3-$2-$1'))
  return date && date >= '1990-01-01' && date <= '2199-12-31' ? date : undefined
}
