import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import { readForm } from '../administration/form-reader.ts'
import type { HolidayToAdd } from './holiday.ts'

/** `agencyId`: the agency whose calendar is shown; the new day may be of all only where `mayAll`. */
export function readHoliday(
  fields: FormFields,
  { agencyId, mayAll }: { readonly agencyId: string; readonly mayAll: boolean },
): { request: HolidayToAdd | undefined; problems: readonly FieldProblem[] } {
  const form = readForm(fields)
  const date = form.day('dia', { label: 'o dia', required: true })
  const name = form.line('nome', { label: 'o nome', required: true, most: 120 })
  const kind = form.choice('especie', 'a espécie', ['feriado', 'ponto facultativo'])
  const forAll = mayAll && form.flag('todos')
  if (form.problems.length > 0 || !date || !kind) return { request: undefined, problems: form.problems }
  return { request: { date, name, kind, agencyId: forAll ? undefined : agencyId }, problems: [] }
}
