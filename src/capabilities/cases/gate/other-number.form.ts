import { type FormFields, fieldText } from '../../../platform/form-fields.ts'

/** The number of another case file, in whatever punctuation: as typed and as digits; no digits where it cannot be one. */
export function readOtherNumber(form: FormFields, field: string): { typed: string; digits: string } {
  return otherNumber(fieldText(form, field))
}

export function otherNumber(text: string): { typed: string; digits: string } {
  const typed = text.trim().slice(0, 60)
  const digits = typed.replace(/\D/g, '')
  return { typed, digits: digits.length >= 5 && digits.length <= 30 ? digits : '' }
}
