import { parseLocalDate } from '../../../platform/calendar/index.ts'
import { type FieldProblem, type FormFields, fieldText } from '../../../platform/form-fields.ts'
import { type FormField, numberOf } from '../../classification/index.ts'

/** What was answered, by the key of the field. What was left empty is not there. */
export type Answers = Readonly<Record<string, string | number | boolean>>

/** The name of a field in the page. */
export const inputName = (key: string): string => `campo_${key}`

/** Untrusted fields → typed answers, or what is wrong beside each field (DOC-053). */
export function readAnswers(
  form: readonly FormField[],
  fields: FormFields,
): { answers: Answers; problems: readonly FieldProblem[] } {
  const answers: Record<string, string | number | boolean> = {}
  const problems: FieldProblem[] = []
  for (const field of form) {
    if (field.kind === 'information') continue
    const name = inputName(field.key)
    const read = readOne(field, clean(fieldText(fields, name)))
    if ('problem' in read) problems.push({ field: name, message: read.problem })
    else if (read.value !== undefined) answers[field.key] = read.value
  }
  return { answers, problems }
}

/** Answers as a page shows them for changing. */
export function fieldsOfAnswers(form: readonly FormField[], answers: Answers): FormFields {
  return Object.fromEntries(form.map((field) => [inputName(field.key), typedAs(field, answers[field.key])]))
}

type Read = { readonly value: string | number | boolean | undefined } | { readonly problem: string }

function readOne(field: FormField, typed: string): Read {
  const text = field.kind === 'long-text' ? typed.trim() : typed.replace(/\s+/g, ' ').trim()
  if (field.kind === 'flag') {
    const isSet = text === 'sim'
    return field.required && !isSet ? { problem: `Marque “${field.label}” para concluir.` } : { value: isSet }
  }
  if (text === '') return field.required ? { problem: `Preencha “${field.label}”.` } : { value: undefined }
  switch (field.kind) {
    case 'short-text':
    case 'long-text':
      return text.length > (field.mostCharacters ?? 20_000)
        ? { problem: `São no máximo ${field.mostCharacters} caracteres; há ${text.length}.` }
        : { value: text }
    case 'masked-text':
      return fitsMask(text, field.mask ?? '') ? { value: text } : { problem: `Escreva no formato ${field.mask}.` }
    case 'integer':
      return readNumber(field, text, 0, 'Informe um número inteiro, como 12.')
    case 'decimal': {
      const decimals = field.decimals ?? 2
      return readNumber(field, text, decimals, `Informe um número com até ${decimals} casas decimais, como 12,5.`)
    }
    case 'money':
      return readNumber(field, text, 2, 'Informe um valor em reais, como 1.234,56.')
    case 'date':
      return readDate(field, text)
    case 'list':
    case 'options':
      return field.choices?.includes(text) ? { value: text } : { problem: 'Escolha uma das opções.' }
    case 'information':
      return { value: undefined }
  }
}

function readNumber({ least, most }: FormField, text: string, decimals: number, otherwise: string): Read {
  const number = numberOf(text, decimals)
  if (number === undefined) return { problem: otherwise }
  const value = Number(number)
  if (least !== undefined && value < Number(least)) return { problem: `O menor valor é ${least.replace('.', ',')}.` }
  if (most !== undefined && value > Number(most)) return { problem: `O maior valor é ${most.replace('.', ',')}.` }
  return { value }
}

function readDate({ least, most }: FormField, text: string): Read {
  const day = parseLocalDate(text)
  if (!day || day < '1800-01-01' || day > '2200-12-31') return { problem: 'Informe a data, como 31/01/2026.' }
  const show = (value: string) => value.split('-').reverse().join('/')
  if (least !== undefined && day < least) return { problem: `A data não pode ser antes de ${show(least)}.` }
  if (most !== undefined && day > most) return { problem: `A data não pode ser depois de ${show(most)}.` }
  return { value: day }
}

/** `9` a digit, `A` a letter, `*` either; the rest as it stands. */
function fitsMask(text: string, mask: string): boolean {
  const [signs, wanted] = [[...text], [...mask]]
  const classes: Readonly<Record<string, RegExp>> = { '9': /^\d$/, A: /^\p{L}$/u, '*': /^[\p{L}\d]$/u }
  return (
    signs.length === wanted.length &&
    wanted.every((one, place) => classes[one]?.test(signs[place] ?? '') ?? one === signs[place])
  )
}

function typedAs(field: FormField, value: string | number | boolean | undefined): string {
  if (value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'sim' : ''
  return typeof value === 'number' ? sayNumber(field, value) : value
}

/** As people write it: `1.234,50` for money, as many decimals as there are otherwise. */
export function sayNumber({ kind, decimals }: Pick<FormField, 'kind' | 'decimals'>, value: number): string {
  const [minimumFractionDigits, maximumFractionDigits] = kind === 'money' ? [2, 2] : [0, decimals ?? 0]
  return value.toLocaleString('pt-BR', { minimumFractionDigits, maximumFractionDigits })
}

/** Characters that are never meant, and that PostgreSQL would refuse. */
function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\t\n])\p{Cc}/gu, '')
}
