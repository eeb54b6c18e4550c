import { type FormFields, fieldList, fieldText } from '../../../platform/form-fields.ts'
import type { CopyKind } from '../copy-contents.rules.ts'

export interface AskTyped {
  readonly kind: CopyKind
  /** The nº SEI of each document that was ticked, once. */
  readonly numbers: readonly string[]
}

/** More than any tree has; what comes after was not ticked on our page. */
const mostNumbers = 20_000

export function readAsk(form: FormFields): AskTyped {
  const numbers = fieldList(form, 'documentos').slice(0, mostNumbers)
  return {
    kind: fieldText(form, 'formato') === 'zip' ? 'zip' : 'pdf',
    numbers: [...new Set(numbers.filter((number) => /^\d{1,15}$/.test(number)))],
  }
}
