import type { LocalDate } from '../../../platform/calendar/index.ts'
import { type FieldProblem, type FormFields, fieldList, fieldText } from '../../../platform/form-fields.ts'
import type { Term } from '../counting/count-term.ts'
import { countingValue, readTerm, readTermTyped, type TermTyped } from '../counting/term.form.ts'
import type { Deadline } from '../deadline.ts'

const longestText = 300
const mostChosen = 100

/** The form of one deadline as typed. */
export interface DeadlineTyped {
  readonly text: string
  readonly term: TermTyped
  readonly time: string
  /** Number of a case file, where none was chosen before. */
  readonly number: string
  /** The button that only shows the count was pressed. */
  readonly counting: boolean
}

export interface DeadlineAsked {
  readonly text: string
  readonly term: Term
  readonly time: string | undefined
}

export function readDeadline(
  fields: FormFields,
  today: LocalDate,
): { typed: DeadlineTyped; asked: DeadlineAsked | undefined; problems: FieldProblem[] } {
  const typed: DeadlineTyped = {
    text: fieldText(fields, 'texto')
      .replace(/[\p{Cc}\s]+/gu, ' ')
      .trim(),
    term: readTermTyped(fields),
    time: fieldText(fields, 'hora').trim().slice(0, 10),
    number: fieldText(fields, 'numero').trim().slice(0, 60),
    counting: fieldText(fields, 'acao') === 'contar',
  }
  const { term, time, problems } = readTermAndTime(typed.term, typed.time, today)
  const ofText: FieldProblem[] = []
  if (typed.text === '') ofText.push({ field: 'texto', message: 'Escreva do que é o prazo.' })
  if (typed.text.length > longestText) {
    ofText.push({ field: 'texto', message: `O texto passa de ${longestText} caracteres.` })
  }
  const all = [...ofText, ...problems]
  const asked = term && all.length === 0 ? { text: typed.text, term, time } : undefined
  return { typed, asked, problems: all }
}

/** A term that must be there, with its hour. */
export function readTermAndTime(
  typed: TermTyped,
  typedTime: string,
  today: LocalDate,
): { term: Term | undefined; time: string | undefined; problems: FieldProblem[] } {
  const { term, problems } = readTerm(typed, today)
  const time = readTime(typedTime)
  const all = [...problems]
  if (!term && problems.length === 0) all.push({ field: 'dia', message: 'Informe o dia do prazo ou o número de dias.' })
  if (time === 'wrong') all.push({ field: 'hora', message: 'Escreva a hora como 14:30, ou deixe vazio.' })
  return { term, time: time === 'wrong' ? undefined : time, problems: all }
}

/** Ids of deadlines, each once. */
export function readDeadlineIds(values: readonly string[]): string[] {
  return [...new Set(values.filter((id) => /^\d{1,18}$/.test(id)))].slice(0, 1000)
}

/** Digits of case files that were chosen, or typed where none was. */
export function readCaseNumbers(values: readonly string[]): string[] {
  return [...new Set(values.map((value) => value.replace(/\D/g, '').slice(0, 30)).filter(Boolean))].slice(0, mostChosen)
}

/** The case files of the form: those chosen before, or the one whose number was typed. */
export function caseNumbersOf(fields: FormFields): string[] {
  const chosen = readCaseNumbers(fieldList(fields, 'processo'))
  return chosen.length > 0 ? chosen : readCaseNumbers([fieldText(fields, 'numero')])
}

/** A deadline as its form shows it. */
export function typedDeadline({ text, dueOn, dueTime, count }: Deadline): DeadlineTyped {
  const term: TermTyped = count
    ? { day: '', days: String(count.days), counting: countingValue(count.counting), from: count.from }
    : { day: dueOn, days: '', counting: 'uteis', from: '' }
  return { text, term, time: dueTime ?? '', number: '', counting: false }
}

export const emptyDeadline: DeadlineTyped = {
  text: '',
  term: { day: '', days: '', counting: 'uteis', from: '' },
  time: '',
  number: '',
  counting: false,
}

/** `14`, `14h`, `14h30` and `14:30` are hours. */
function readTime(text: string): string | undefined | 'wrong' {
  if (text === '') return undefined
  const found = /^(\d{1,2})(?:[:h](\d{2})?)?$/i.exec(text)
  if (!found || Number(found[1]) > 23 || Number(found[2] ?? 0) > 59) return 'wrong'
  return `${(found[1] ?? '').padStart(2, '0')}:${found[2] ?? '00'}`
}
