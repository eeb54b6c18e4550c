import { digitsOf, hasValidCheckDigits, type Mask, matchesMask } from '../../organization/index.ts'

/** Who may inform the number of a case file that was opened elsewhere or on paper (EST-048, PRO-010). */
export type InformedNumberMode = 'never' | 'mailroom' | 'always'

export interface InformedNumberFacts {
  readonly mode: InformedNumberMode
  readonly unitIsMailroom: boolean
  /** Undefined: any form will do. */
  readonly mask: Mask | undefined
  readonly number: string
  /** `YYYY-MM-DD`, as today. */
  readonly filedOn: string
  readonly today: string
}

export type InformedNumberRefusal =
  | { readonly kind: 'number-not-informable' }
  | { readonly kind: 'number-form'; readonly mask: string | undefined }
  | { readonly kind: 'number-check-digits' }
  | { readonly kind: 'filed-in-future' }

/** Whether the field is offered to the unit at all. */
export function mayInformNumber({
  mode,
  unitIsMailroom,
}: Pick<InformedNumberFacts, 'mode' | 'unitIsMailroom'>): boolean {
  return mode === 'always' || (mode === 'mailroom' && unitIsMailroom)
}

export function refusalsOfInformedNumber(facts: InformedNumberFacts): InformedNumberRefusal[] {
  const { mask, number } = facts
  const hasForm = mask ? matchesMask(mask, number) : /^\d{5,30}$/.test(digitsOf(number)) && number.length <= 50
  const refusals: InformedNumberRefusal[] = []
  if (!mayInformNumber(facts)) refusals.push({ kind: 'number-not-informable' })
  if (!hasForm) refusals.push({ kind: 'number-form', mask: mask?.text })
  else if (mask && !hasValidCheckDigits(mask, number)) refusals.push({ kind: 'number-check-digits' })
  if (facts.filedOn > facts.today) refusals.push({ kind: 'filed-in-future' })
  return refusals
}

/** The parameter as it is stored: 0, 1 or 2. Anything else is off. */
export function informedNumberMode(setting: unknown): InformedNumberMode {
  return setting === 2 ? 'always' : setting === 1 ? 'mailroom' : 'never'
}
