import type { LocalDate } from '../../platform/calendar/index.ts'
import { type FieldProblem, type FormFields, fieldList, fieldText } from '../../platform/form-fields.ts'
import { type DayCount, dayWithin, noSuchDay, readTerm } from '../deadlines/index.ts'
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
    returnDue: fieldText(fields, 'retorno').trim().slice(0, 20),
    returnDays: fieldText(fields, 'retorno-dias').trim().slice(0, 10),
    returnCounting: fieldText(fields, 'retorno-contagem').slice(0, 20) || 'uteis',
    reopenOn: fieldText(fields, 'reabertura').trim().slice(0, 20),
    notify: fieldText(fields, 'avisar') === 'sim',
    removeNote: fieldText(fields, 'remover_anotacao') === 'sim',
    searching: fieldText(fields, 'procurar') !== '',
    group: pickedGroup(fields),
  }
}

/** What was typed about days: when the destinations should send it back, and when it comes back by itself. */
export interface SendDays {
  readonly returnDue: string | undefined
  readonly returnIn: DayCount | undefined
  readonly reopenOn: string | undefined
}

/** A day that cannot be read is a problem, and never no day: nothing that was typed is passed over. */
export function readSendDays(typed: SendTyped, today: LocalDate): { days: SendDays; problems: FieldProblem[] } {
  const { returnDue, returnDays, returnCounting } = typed
  const asked = { day: returnDue, days: returnDays, counting: returnCounting, from: '' }
  const { term, problems } = readTerm(asked, today, 'retorno-')
  const reopenOn = typed.reopenOn ? dayWithin(typed.reopenOn) : undefined
  return {
    days: {
      returnDue: term && 'due' in term ? term.due : undefined,
      returnIn: term && 'days' in term ? term : undefined,
      reopenOn,
    },
    problems: [
      ...problems.map((problem) => (problem.field === 'retorno-dia' ? { ...problem, field: 'retorno' } : problem)),
      ...(typed.reopenOn && !reopenOn ? [{ field: 'reabertura', message: noSuchDay }] : []),
    ],
  }
}

/** Digits of case numbers, each once. */
export function digitsList(values: readonly string[]): string[] {
  return [...new Set(values.map((value) => value.replace(/\D/g, '')).filter(Boolean))].slice(0, mostCaseFiles)
}
