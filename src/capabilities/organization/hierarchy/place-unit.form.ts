import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import { readForm } from '../administration/form-reader.ts'

export function readPlace(fields: FormFields): {
  request: { readonly parentLabel: string; readonly from: LocalDate; readonly until: LocalDate | undefined } | undefined
  problems: readonly FieldProblem[]
} {
  const form = readForm(fields)
  const parentLabel = form.line('superior', { label: 'a unidade superior', most: 80 })
  const from = form.day('desde', { label: 'o primeiro dia', required: true })
  const until = form.day('ate', { label: 'o último dia' })
  return {
    request: form.problems.length === 0 && from ? { parentLabel, from, until } : undefined,
    problems: form.problems,
  }
}
