import { type FormFields, fieldList } from '../../../platform/form-fields.ts'

const mostCaseFiles = 100

/** Digits of the chosen case files, each once, at most a hundred. */
export function chosenIn(fields: FormFields): string[] {
  return chosenOf(fieldList(fields, 'processo'))
}

export function chosenOf(values: readonly string[]): string[] {
  const digits = values.map((value) => value.replace(/\D/g, '')).filter((one) => one.length >= 5 && one.length <= 30)
  return [...new Set(digits)].slice(0, mostCaseFiles)
}
