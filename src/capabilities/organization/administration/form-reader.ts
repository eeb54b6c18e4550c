import { type LocalDate, parseLocalDate } from '../../../platform/calendar/index.ts'
import { type FieldProblem, type FormFields, fieldList, fieldText } from '../../../platform/form-fields.ts'

/** How a field is read. `label` comes with its article, as in a sentence: `a sigla`. */
export interface FieldRule {
  readonly label: string
  readonly required?: boolean
  readonly least?: number
  readonly most?: number
}

/** Reads a form field by field and gathers what is wrong with each, in words to stand beside it. */
export interface FormReader {
  readonly problems: readonly FieldProblem[]
  /** One line: white space folded and trimmed. */
  line(field: string, rule: FieldRule): string
  /** Several lines, as typed, without white space at the ends. */
  text(field: string, rule: FieldRule): string
  /** The lines that say something; each at most `most` characters, at most `count` of them. */
  lines(field: string, rule: FieldRule & { readonly count: number }): readonly string[]
  choice<Value extends string>(field: string, label: string, allowed: readonly Value[]): Value | undefined
  choices<Value extends string>(field: string, allowed: readonly Value[]): readonly Value[]
  /** The identifier of something chosen from a list; undefined where nothing was, or no identifier came. */
  id(field: string, rule: FieldRule): string | undefined
  whole(field: string, rule: FieldRule): number | undefined
  day(field: string, rule: FieldRule): LocalDate | undefined
  flag(field: string): boolean
  /** Says what else is wrong with a field. */
  note(field: string, message: string): void
}

export function readForm(fields: FormFields): FormReader {
  const problems: FieldProblem[] = []
  const note = (field: string, message: string) => {
    problems.push({ field, message })
  }
  const checked = (field: string, value: string, rule: FieldRule) => {
    const problem = problemOfText(value, rule)
    if (problem) note(field, problem)
    return value
  }
  const raw = (field: string) => cleanOf(fieldText(fields, field))
  return {
    problems,
    note,
    line: (field, rule) => checked(field, raw(field).replace(/\s+/g, ' ').trim(), rule),
    text: (field, rule) => checked(field, raw(field).replace(/\r\n?/g, '\n').trim(), rule),
    lines: (field, rule) => {
      const lines = raw(field)
        .split(/[\r\n]+/)
        .map((line) => line.replace(/\s+/g, ' ').trim())
        .filter(Boolean)
      const distinct = [...new Set(lines)]
      const long = distinct.find((line) => line.length > (rule.most ?? 250))
      if (rule.required && distinct.length === 0) note(field, `Informe ${rule.label}.`)
      if (distinct.length > rule.count) note(field, `São no máximo ${rule.count} linhas. Retire as que sobram.`)
      else if (long) note(field, `A linha “${long.slice(0, 40)}…” tem mais de ${rule.most ?? 250} caracteres.`)
      return distinct
    },
    choice: (field, label, allowed) => {
      const found = allowed.find((value) => value === fieldText(fields, field))
      if (!found) note(field, `Escolha ${label}.`)
      return found
    },
    choices: (field, allowed) => allowed.filter((value) => fieldList(fields, field).includes(value)),
    id: (field, rule) => {
      const value = fieldText(fields, field)
      const found = /^\d{1,18}$/.test(value) ? value : undefined
      if (rule.required && !found) note(field, `Escolha ${rule.label}.`)
      return found
    },
    whole: (field, rule) => {
      const value = raw(field).trim()
      if (value === '' && !rule.required) return undefined
      const number = /^\d{1,9}$/.test(value) ? Number(value) : undefined
      const [least, most] = [rule.least ?? 0, rule.most ?? 999_999_999]
      if (number !== undefined && number >= least && number <= most) return number
      note(field, `Informe ${rule.label} como um número inteiro, de ${least} a ${most}.`)
      return undefined
    },
    day: (field, rule) => {
      const value = raw(field).trim()
      if (value === '' && !rule.required) return undefined
      const day = parseLocalDate(value)
      const likely = day && day >= '1900-01-01' && day <= '2200-12-31' ? day : undefined
      if (!likely) note(field, `Informe ${rule.label} como dia, mês e ano.`)
      return likely
    },
    flag: (field) => fieldText(fields, field) === 'sim',
  }
}

function problemOfText(value: string, { label, required, least = 0, most = 250 }: FieldRule): string | undefined {
  if (value === '') return required ? `Informe ${label}.` : undefined
  if (value.length < least) return `${capital(label)} precisa de ao menos ${least} caracteres.`
  return value.length > most ? `${capital(label)} tem mais de ${most} caracteres. Abrevie.` : undefined
}

/** Characters that are never meant, and that PostgreSQL would refuse. */
function cleanOf(text: string): string {
  return text.toWellFormed().replace(/(?![\t\n\r])\p{Cc}/gu, '')
}

function capital(label: string): string {
  return label.charAt(0).toUpperCase() + label.slice(1)
}
