import { type FormFields, fieldText } from '../../../../platform/form-fields.ts'
import { countingOptions, readTerm } from '../../../deadlines/index.ts'
import { readForm } from '../../../organization/index.ts'
import type { AwaitedTerm } from './awaited-terms.queries.ts'

/** The deadline that was typed; neither it nor problems: none is wanted. */
export function readAwaited(fields: FormFields, today: Parameters<typeof readTerm>[1]) {
  const form = readForm(fields)
  const typed = { day: '', from: '', days: fieldText(fields, 'prazo_dias').trim().slice(0, 20) }
  const { term, problems } = readTerm({ ...typed, counting: fieldText(fields, 'prazo_contagem') }, today, 'prazo_')
  if (typed.days === '') return { term: undefined, problems: [] }
  const text = form.line('prazo_texto', { label: 'para que é o prazo', required: true, most: 300 })
  const all = [...problems, ...form.problems]
  if (all.length > 0 || !term || 'due' in term) return { term: undefined, problems: all }
  return { term: { text, days: term.days, counting: term.counting }, problems: [] }
}

/** The fields of a deadline that was asked for. */
export function fieldsOfAwaited(awaited: AwaitedTerm | undefined): FormFields {
  if (!awaited) return { prazo_contagem: 'uteis' }
  const { days, counting, text } = awaited
  return { prazo_dias: String(days), prazo_contagem: values[counting], prazo_texto: text }
}

/** `dias úteis`. */
export const countingWords = (counting: AwaitedTerm['counting']): string =>
  countingOptions.find(({ value }) => value === values[counting])?.label ?? ''

const values = { working: 'uteis', 'calendar-rolled': 'corridos', calendar: 'corridos-exatos' } as const
