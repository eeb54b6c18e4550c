import { type FieldProblem, type FormFields, fieldText } from '../../../platform/form-fields.ts'
import { oneLine } from '../redacting/redact.view.tsx'
import type { Stripe } from './striping.ts'

/** A stripe as typed. */
export interface StripeTyped {
  readonly page: string
  readonly left: string
  readonly top: string
  readonly width: string
  readonly height: string
  readonly legalBasis: string
}

/** Reads a stripe: a page that is there, and a part of it in per cent, with comma or point. */
export function readStripe(
  fields: FormFields,
  pages: number,
): { readonly typed: StripeTyped; readonly stripe: Stripe | undefined; readonly problems: readonly FieldProblem[] } {
  const text = (name: string) => fieldText(fields, name).trim().slice(0, 20)
  const typed: StripeTyped = {
    page: text('pagina'),
    left: text('esquerda'),
    top: text('alto'),
    width: text('largura'),
    height: text('altura'),
    legalBasis: fieldText(fields, 'fundamento').slice(0, 1_000),
  }
  const problems: FieldProblem[] = []
  const note = (field: string, message: string) => void problems.push({ field, message })
  const page = /^\d{1,3}$/.test(typed.page) ? Number(typed.page) : 0
  if (page < 1 || page > pages) note('pagina', `Informe uma página, de 1 a ${pages}.`)
  const [left, top] = [perCent(typed.left), perCent(typed.top)]
  const [width, height] = [perCent(typed.width), perCent(typed.height)]
  if (left === undefined) note('esquerda', 'Informe de 0 a 100, como 12,5.')
  if (top === undefined) note('alto', 'Informe de 0 a 100, como 12,5.')
  if (width === undefined || width < 0.1) note('largura', 'Informe de 0,1 a 100, como 30.')
  else if ((left ?? 0) + width > 100.001) note('largura', 'A tarja passa da borda direita da página.')
  if (height === undefined || height < 0.1) note('altura', 'Informe de 0,1 a 100, como 2,5.')
  else if ((top ?? 0) + height > 100.001) note('altura', 'A tarja passa do pé da página.')
  const legalBasis = oneLine(typed.legalBasis)
  if (legalBasis.length < 5 || legalBasis.length > 300)
    note('fundamento', 'Diga o fundamento legal, com 5 a 300 caracteres.')
  if (problems.length > 0 || left === undefined || top === undefined || width === undefined || height === undefined) {
    return { typed, stripe: undefined, problems }
  }
  return { typed, stripe: { page, left, top, width, height, legalBasis }, problems }
}

function perCent(typed: string): number | undefined {
  if (!/^\d{1,3}(?:[.,]\d{1,6})?$/.test(typed)) return undefined
  const value = Math.round(Number(typed.replace(',', '.')) * 100) / 100
  return value > 100 ? undefined : value
}

/** `12.5` as people write it. */
export function tellPerCent(value: number): string {
  return String(value).replace('.', ',')
}
