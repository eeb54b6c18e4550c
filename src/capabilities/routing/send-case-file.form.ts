import type { LocalDate } from '../../platform/calendar/index.ts'
import { type FieldProblem, type FormFields, fieldList, fieldText } from '../../platform/form-fields.ts'
import { type DayCount, readTerm } from '../deadlines/index.ts'
import { pickedGroup } from '../groups/index.ts'

export const mostCaseFiles = 100
export const mostDestinations = 50

/** The form as typed, to be shown again. */
export interface SendTyped {
  /** Digits of the case files. */
  readonly caseNumbers: readonly string[]
  readonly to: readonly string[]
  /** Words with which more units are looked for. */
  readonly unitText: string
  readonly keepOpen: boolean
  readonly returnDue: string
  /** Or so many days from today, counted in this way. */
  readonly returnDays: string
  readonly returnCounting: string
  readonly reopenOn: string
  readonly notify: boolean
  /** The unit's note is taken away, so that it does not reappear when the case file comes back. */
  readonly removeNote: boolean
  /** The button "Procurar" was pressed: the page comes back with more units to choose. */
  readonly searching: boolean
  /** A group was chosen: the page comes back with its units ticked. '' where none was chosen. */
  readonly group: string | undefined
}

export function readSend(fields: FormFields): SendTyped {
  return {
    caseNumbers: digitsList(fieldList(fields, 'processo')),
    to: [...new Set(fieldList(fields, 'destinos').filter((id) => /^\d{1,18}$/.test(id)))].slice(0, mostDestinations),
    unitText: fieldText(fields, 'unidade').slice(0, 80),
    keepOpen: fieldText(fields, 'manter') === 'sim',
    returnDue: readDay(fieldText(fields, 'retorno')),
    returnDays: fieldText(fields, 'retorno-dias').trim().slice(0, 10),
    returnCounting: fieldText(fields, 'retorno-contagem').slice(0, 20) || 'uteis',
    reopenOn: readDay(fieldText(fields, 'reabertura')),
    notify: fieldText(fields, 'avisar') === 'sim',
    removeNote: fieldText(fields, 'remover_anotacao') === 'sim',
    searching: fieldText(fields, 'procurar') !== '',
    group: pickedGroup(fields),
  }
}

/** When the destinations should send it back: by a day, within so many days, or never; or what is wrong. */
export function readReturn(
  { returnDue, returnDays, returnCounting }: SendTyped,
  today: LocalDate,
): { returnDue: string | undefined; returnIn: DayCount | undefined; problems: FieldProblem[] } {
  const typed = { day: returnDue, days: returnDays, counting: returnCounting, from: '' }
  const { term, problems } = readTerm(typed, today, 'retorno-')
  return {
    returnDue: term && 'due' in term ? term.due : undefined,
    returnIn: term && 'days' in term ? term : undefined,
    problems,
  }
}

/** Digits of case numbers, each once. */
export function digitsList(values: readonly string[]): string[] {
  return [...new Set(values.map((value) => value.replace(/\D/g, '')).filter(Boolean))].slice(0, mostCaseFiles)
}

/** A day as browsers send it; anything else is as if nothing was typed. */
function readDay(value: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return ''
  const moment = new Date(`${value}T00:00:00Z`)
  return Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 10) !== value ? '' : value
}
