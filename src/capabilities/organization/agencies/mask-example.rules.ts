import { formatCaseNumber, parseMask } from '../case-numbers/case-number.rules.ts'

/** What a mask makes of the first number of a year, or why it makes none. */
export type MaskExample =
  | { readonly kind: 'example'; readonly number: string; readonly unitCode: string }
  | { readonly kind: 'unfit-code'; readonly of: 'agency' | 'unit'; readonly code: string }
  | { readonly kind: 'bad-mask' }

/** One example for each unit code, so that the administrator sees what the next case files will be called. */
export function examplesOfMask(
  text: string,
  codes: { readonly agencyCode: string; readonly unitCodes: readonly string[]; readonly year: number },
): readonly MaskExample[] {
  const parsed = parseMask(text)
  if (!parsed.done) return [{ kind: 'bad-mask' }]
  const unitCodes = codes.unitCodes.length > 0 ? codes.unitCodes : ['1']
  return unitCodes.map((unitCode): MaskExample => {
    const { agencyCode, year } = codes
    const number = formatCaseNumber(parsed.value, { agencyCode, unitCode, sequence: 1, year })
    if (number.done) return { kind: 'example', number: number.value, unitCode }
    const [refusal] = number.refusals
    return refusal.kind === 'sequence-exhausted'
      ? { kind: 'bad-mask' }
      : { kind: 'unfit-code', of: refusal.of, code: refusal.code }
  })
}
