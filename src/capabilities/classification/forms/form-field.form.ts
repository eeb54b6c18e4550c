import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import { type FormReader, readForm } from '../../organization/index.ts'
import { type FieldKind, type FormField, fieldKinds } from './form-field.ts'

export function isFieldKind(value: string): value is FieldKind {
  return (fieldKinds as readonly string[]).includes(value)
}

/** A field of a form as its administrator typed it, for its kind. */
export function readFormField(
  kind: FieldKind,
  fields: FormFields,
): { field: Omit<FormField, 'key'> | undefined; problems: readonly FieldProblem[] } {
  const form = readForm(fields)
  const label = form.line('rotulo', { label: 'o rótulo', required: true, most: 150 })
  const hint = form.line('dica', { label: 'a dica', most: 250 })
  const required = kind !== 'information' && form.flag('obrigatorio')
  const limits = readLimits(kind, form)
  const field = { kind, label, ...(hint ? { hint } : {}), ...(required ? { required } : {}), ...limits }
  return form.problems.length > 0 ? { field: undefined, problems: form.problems } : { field, problems: [] }
}

/** The same the other way round, for the page. */
export function fieldsOfFormField(field: FormField): FormFields {
  const show = (value = '') => (field.kind === 'date' ? value : value.replace('.', ','))
  return {
    rotulo: field.label,
    dica: field.hint ?? '',
    obrigatorio: field.required ? 'sim' : '',
    caracteres: field.mostCharacters === undefined ? '' : String(field.mostCharacters),
    minimo: show(field.least),
    maximo: show(field.most),
    casas: String(field.decimals ?? 2),
    mascara: field.mask ?? '',
    opcoes: (field.choices ?? []).join('\n'),
    texto: field.text ?? '',
  }
}

function readLimits(kind: FieldKind, form: FormReader): Partial<FormField> {
  switch (kind) {
    case 'short-text':
      return { mostCharacters: form.whole('caracteres', { label: 'o limite', least: 1, most: 500 }) ?? 500 }
    case 'long-text':
      return { mostCharacters: form.whole('caracteres', { label: 'o limite', least: 1, most: 20_000 }) ?? 20_000 }
    case 'masked-text':
      return { mask: readMask(form) }
    case 'decimal': {
      const decimals = form.whole('casas', { label: 'as casas decimais', required: true, least: 1, most: 6 }) ?? 2
      return { decimals, ...readRange(form, (text) => numberOf(text, decimals)) }
    }
    case 'integer':
      return readRange(form, (text) => numberOf(text, 0))
    case 'money':
      return readRange(form, (text) => numberOf(text, 2))
    case 'date':
      return readDays(form)
    case 'list':
    case 'options': {
      const rule = { label: 'ao menos duas opções', required: true, most: 150, count: 200 }
      const choices = form.lines('opcoes', rule)
      if (choices.length === 1) form.note('opcoes', 'Informe ao menos duas opções, uma por linha.')
      return { choices }
    }
    case 'information':
      return { text: form.text('texto', { label: 'o texto da informação', required: true, most: 2000 }) }
    case 'flag':
      return {}
  }
}

function readMask(form: FormReader): string {
  const mask = form.line('mascara', { label: 'a máscara', required: true, most: 50 })
  if (mask && !/[9A*]/.test(mask)) {
    form.note('mascara', 'A máscara precisa de ao menos um 9 (algarismo), A (letra) ou * (letra ou algarismo).')
  }
  return mask
}

/** `1.234,5` → `1234.5`; undefined where it is no number of so many decimals. */
export function numberOf(typed: string, decimals: number): string | undefined {
  const text = typed.replace(/^R\$\s*/i, '').replace(/\s/g, '')
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?$/.exec(text) ?? []
  const digits = whole.replace(/\./g, '').replace(/^0+(?=\d)/, '')
  // Fifteen digits are what numbers in JSON keep exactly.
  if (digits === '' || fraction.length > decimals || digits.length + decimals > 15) return undefined
  const kept = fraction.replace(/0+$/, '')
  const value = kept === '' ? digits : `${digits}.${kept}`
  return value === '0' ? '0' : sign + value
}

function readRange(form: FormReader, read: (text: string) => string | undefined): Partial<FormField> {
  const one = (field: 'minimo' | 'maximo', label: string) => {
    const typed = form.line(field, { label, most: 30 })
    const value = typed === '' ? undefined : read(typed)
    if (typed !== '' && value === undefined) form.note(field, `Informe ${label} como um número, como 1.234,5.`)
    return value
  }
  const [least, most] = [one('minimo', 'o menor valor'), one('maximo', 'o maior valor')]
  if (least !== undefined && most !== undefined && Number(least) > Number(most)) {
    form.note('maximo', 'O maior valor é menor do que o menor.')
  }
  return { ...(least === undefined ? {} : { least }), ...(most === undefined ? {} : { most }) }
}

function readDays(form: FormReader): Partial<FormField> {
  const least = form.day('minimo', { label: 'a primeira data' })
  const most = form.day('maximo', { label: 'a última data' })
  if (least && most && least > most) form.note('maximo', 'A última data é antes da primeira.')
  return { ...(least ? { least } : {}), ...(most ? { most } : {}) }
}
