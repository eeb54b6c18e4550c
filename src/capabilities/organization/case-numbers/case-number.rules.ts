import type { Outcome } from '../../../platform/outcome.ts'
import type { Mask, MaskPart } from './case-number-mask.rules.ts'
import { checkDigitCount, checkDigitsFor } from './check-digits.rules.ts'

export { type Mask, type MaskRefusal, parseMask } from './case-number-mask.rules.ts'

/** What a number is made of. Codes are digits in text, so that '00135' keeps its zeros. */
export interface NumberParts {
  readonly agencyCode: string
  readonly unitCode: string
  readonly sequence: number
  readonly year: number
}

export type NumberRefusal =
  | { readonly kind: 'sequence-exhausted'; readonly sequence: number; readonly digits: number }
  | { readonly kind: 'code-not-digits'; readonly of: 'agency' | 'unit'; readonly code: string }
  | { readonly kind: 'code-too-long'; readonly of: 'agency' | 'unit'; readonly code: string; readonly digits: number }

/**
 * The number of a new case file in the form that its agency's mask gives, such as '82667.000009/2018-89' (PRO-001).
 * Refused where the year's numbers are used up, or a code is missing or does not fit.
 */
export function formatCaseNumber(mask: Mask, parts: NumberParts): Outcome<string, NumberRefusal> {
  const [first, ...others] = mask.parts.flatMap((part) => refusalsOfPart(part, parts))
  if (first) return { done: false, refusals: [first, ...others] }
  const written = mask.parts.map((part) => (part.kind === 'check-digits' ? undefined : writePart(part, parts)))
  const base = digitsOf(written.join(''))
  return { done: true, value: written.map((text) => text ?? checkDigitsFor(mask.checkDigits, base)).join('') }
}

/**
 * Names the sequence from which a number is taken: units with the same codes in the same form share one (PRO-009). Only
 * digits and widths count, because numbers are unique by their digits, whatever stands between them.
 */
export function numberScope(mask: Mask, codes: Pick<NumberParts, 'agencyCode' | 'unitCode'>): string {
  return mask.parts.map((part) => scopeOfPart(mask, part, codes)).join('')
}

/** Only the digits: the form on which numbers are unique and found, whatever the punctuation (PRO-010). */
export function digitsOf(number: string): string {
  return number.replace(/\D/g, '')
}

/** Whether an informed number has the very form of the mask, punctuation and all. Says nothing of its check digits. */
export function matchesMask(mask: Mask, number: string): boolean {
  return patternOf(mask, escapeLiteral).test(number)
}

/** Whether the check digits are right, in whatever punctuation. A mask without check digits asks only for its digits. */
export function hasValidCheckDigits(mask: Mask, number: string): boolean {
  const match = patternOf(mask, digitsOf).exec(digitsOf(number))
  if (!match) return false
  const given = match.groups?.checkDigits
  if (given === undefined) return true
  return checkDigitsFor(mask.checkDigits, (match.groups?.before ?? '') + (match.groups?.after ?? '')) === given
}

function refusalsOfPart(part: MaskPart, parts: NumberParts): NumberRefusal[] {
  if (part.kind === 'sequence') {
    const { sequence } = parts
    if (!Number.isSafeInteger(sequence) || sequence < 1) throw new RangeError(`Not a sequence number: ${sequence}`)
    return String(sequence).length > part.digits ? [{ kind: 'sequence-exhausted', sequence, digits: part.digits }] : []
  }
  if (part.kind !== 'agency' && part.kind !== 'unit') return []
  const code = part.kind === 'agency' ? parts.agencyCode : parts.unitCode
  if (!/^\d+$/.test(code)) return [{ kind: 'code-not-digits', of: part.kind, code }]
  if (part.digits === undefined || code.length <= part.digits) return []
  return [{ kind: 'code-too-long', of: part.kind, code, digits: part.digits }]
}

function scopeOfPart(mask: Mask, part: MaskPart, codes: Pick<NumberParts, 'agencyCode' | 'unitCode'>): string {
  switch (part.kind) {
    case 'literal':
      return digitsOf(part.text)
    case 'agency':
      return codes.agencyCode.padStart(part.digits ?? 0, '0')
    case 'unit':
      return codes.unitCode.padStart(part.digits ?? 0, '0')
    case 'sequence':
      return `S${part.digits}`
    case 'year':
      return `A${part.digits}`
    case 'check-digits':
      return `D${mask.checkDigits}`
  }
}

function writePart(part: Exclude<MaskPart, { kind: 'check-digits' }>, parts: NumberParts): string {
  switch (part.kind) {
    case 'literal':
      return part.text
    case 'agency':
      return parts.agencyCode.padStart(part.digits ?? 0, '0')
    case 'unit':
      return parts.unitCode.padStart(part.digits ?? 0, '0')
    case 'sequence':
      return String(parts.sequence).padStart(part.digits, '0')
    case 'year':
      return String(parts.year).padStart(4, '0').slice(-part.digits)
  }
}

/** The mask as a pattern; what stands before and after the check digits is captured, as they are reckoned over both. */
function patternOf(mask: Mask, writeLiteral: (text: string) => string): RegExp {
  const at = mask.parts.findIndex((part) => part.kind === 'check-digits')
  const sources = mask.parts.map((part) => {
    if (part.kind === 'literal') return writeLiteral(part.text)
    if (part.kind === 'check-digits') return `(?<checkDigits>\\d{${checkDigitCount(mask.checkDigits)}})`
    return part.digits === undefined ? '\\d+' : `\\d{${part.digits}}`
  })
  if (at < 0) return new RegExp(`^${sources.join('')}$`)
  const [before, checkDigits, after] = [sources.slice(0, at).join(''), sources[at], sources.slice(at + 1).join('')]
  return new RegExp(`^(?<before>${before})${checkDigits}(?<after>${after})$`)
}

function escapeLiteral(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
}
