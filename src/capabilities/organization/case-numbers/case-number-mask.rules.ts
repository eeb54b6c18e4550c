import type { Outcome } from '../../../platform/outcome.ts'
import { type CheckDigitAlgorithm, checkDigitCount, isCheckDigitAlgorithm } from './check-digits.rules.ts'

/** One piece of a mask. A code without a number of digits is written as it is registered. */
export type MaskPart =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'agency' | 'unit'; readonly digits: number | undefined }
  | { readonly kind: 'sequence'; readonly digits: number }
  | { readonly kind: 'year'; readonly digits: 2 | 4 }
  | { readonly kind: 'check-digits' }

/** The form of an agency's case numbers, read from its text by `parseMask`. */
export interface Mask {
  readonly text: string
  readonly parts: readonly MaskPart[]
  readonly checkDigits: CheckDigitAlgorithm
}

export type MaskRefusal =
  | { readonly kind: 'too-long'; readonly most: number }
  | { readonly kind: 'unclosed-variable' }
  | { readonly kind: 'unknown-variable'; readonly variable: string }
  | { readonly kind: 'unknown-algorithm'; readonly algorithm: string }
  | { readonly kind: 'bad-digit-count'; readonly variable: string; readonly allowed: string }
  | { readonly kind: 'repeated-variable'; readonly variable: string }
  | { readonly kind: 'missing-variable'; readonly variable: 'sequencia' | 'ano' }
  | { readonly kind: 'two-open-widths' }

/**
 * Reads a mask (PRO-001): between `@` stand `orgao`, `unidade` (each with `:digits` if wanted), `sequencia:digits`,
 * `ano:4` or `ano:2`, and `dv:algorithm`; the rest is literal. `@unidade:5@.@sequencia:6@/@ano:4@-@dv:federal@` is the
 * federal one.
 *
 * Sequence and year are a must, because numbers restart each year. At most one code may be of open width: with two,
 * '1' '23' and '12' '3' would be the same digits, and numbers are unique by their digits.
 */
export function parseMask(text: string): Outcome<Mask, MaskRefusal> {
  if (text.length > mostCharacters) return { done: false, refusals: [{ kind: 'too-long', most: mostCharacters }] }
  const pieces = text.split('@')
  if (pieces.length % 2 === 0) return { done: false, refusals: [{ kind: 'unclosed-variable' }] }

  const read = pieces.map((piece, index) => (index % 2 === 0 ? literal(piece) : variable(piece)))
  const parts = read.flatMap((one) => ('refusal' in one || one.part === undefined ? [] : [one.part]))
  const [first, ...others] = [
    ...read.flatMap((one) => ('refusal' in one ? [one.refusal] : [])),
    ...refusalsOfWhole(pieces.filter((_, index) => index % 2 === 1)),
  ]
  if (first) return { done: false, refusals: [first, ...others] }
  const checkDigits = read.flatMap((one) => ('algorithm' in one && one.algorithm ? [one.algorithm] : []))[0] ?? 'none'
  return { done: true, value: { text, parts, checkDigits } }
}

const mostCharacters = 100

type Read =
  | { readonly part: MaskPart | undefined; readonly algorithm?: CheckDigitAlgorithm }
  | { readonly refusal: MaskRefusal }

function literal(text: string): Read {
  return { part: text === '' ? undefined : { kind: 'literal', text } }
}

function variable(text: string): Read {
  const [name = '', setting, ...rest] = text.split(':')
  if (rest.length > 0) return { refusal: { kind: 'unknown-variable', variable: text } }
  switch (name) {
    case 'orgao':
      return setting === undefined ? { part: { kind: 'agency', digits: undefined } } : code('agency', text, setting)
    case 'unidade':
      return setting === undefined ? { part: { kind: 'unit', digits: undefined } } : code('unit', text, setting)
    case 'sequencia': {
      const digits = digitCount(setting)
      return digits === undefined ? badCount(text, '1 a 12') : { part: { kind: 'sequence', digits } }
    }
    case 'ano':
      if (setting === '4' || setting === '2') return { part: { kind: 'year', digits: setting === '4' ? 4 : 2 } }
      return badCount(text, '2 ou 4')
    case 'dv':
      return algorithm(setting ?? '')
    default:
      return { refusal: { kind: 'unknown-variable', variable: text } }
  }
}

function code(kind: 'agency' | 'unit', text: string, setting: string): Read {
  const digits = digitCount(setting)
  return digits === undefined ? badCount(text, '1 a 12') : { part: { kind, digits } }
}

function algorithm(name: string): Read {
  if (!isCheckDigitAlgorithm(name)) return { refusal: { kind: 'unknown-algorithm', algorithm: name } }
  return { part: checkDigitCount(name) === 0 ? undefined : { kind: 'check-digits' }, algorithm: name }
}

function digitCount(setting: string | undefined): number | undefined {
  return setting !== undefined && /^([1-9]|1[0-2])$/.test(setting) ? Number(setting) : undefined
}

function badCount(text: string, allowed: string): Read {
  return { refusal: { kind: 'bad-digit-count', variable: text, allowed } }
}

function refusalsOfWhole(variables: readonly string[]): MaskRefusal[] {
  const names = variables.map((text) => text.split(':')[0] ?? '')
  const repeated = new Set(names.filter((name, index) => names.indexOf(name) !== index))
  const openWidths = variables.filter((text) => text === 'orgao' || text === 'unidade')
  return [
    ...[...repeated].map((name): MaskRefusal => ({ kind: 'repeated-variable', variable: name })),
    ...(['sequencia', 'ano'] as const)
      .filter((name) => !names.includes(name))
      .map((name): MaskRefusal => ({ kind: 'missing-variable', variable: name })),
    ...(new Set(openWidths).size > 1 ? [{ kind: 'two-open-widths' } as const] : []),
  ]
}
