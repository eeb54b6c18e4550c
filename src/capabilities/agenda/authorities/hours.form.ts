import { type FieldProblem, type FormFields, fieldText } from '../../../platform/form-fields.ts'
import { readForm } from '../../organization/index.ts'
import type { Calendar } from './calendar.ts'

type Hours = Pick<Calendar, 'opens' | 'closes' | 'slotMinutes' | 'isPublic'>

export function readHours(fields: FormFields): {
  readonly request: Hours | undefined
  readonly problems: readonly FieldProblem[]
} {
  const form = readForm(fields)
  const [opens, closes] = [readClock(fieldText(fields, 'abre')), readClock(fieldText(fields, 'fecha'))]
  if (!opens) form.note('abre', clockProblem)
  if (!closes) form.note('fecha', clockProblem)
  if (opens && closes && closes <= opens) form.note('fecha', 'O fim vem depois do começo.')
  const slotMinutes = form.whole('minutos', { label: 'os minutos', required: true, least: 10, most: 240 })
  const { problems } = form
  if (problems.length > 0 || !opens || !closes || !slotMinutes) return { request: undefined, problems }
  return { request: { opens, closes, slotMinutes, isPublic: form.flag('publica') }, problems }
}

export const clockProblem = 'Informe a hora como 09:30.'

/** `9:30`, `09h30` and `9h` as `09:30`; undefined where it is no hour. */
export function readClock(typed: string): string | undefined {
  const [, hour = '', minute = '00'] = /^\s*(\d{1,2})(?:\s*[:hH]\s*(\d{2})?)?\s*(?:h|min)?\s*$/.exec(typed) ?? []
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return undefined
  return `${hour.padStart(2, '0')}:${minute}`
}
