import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import { readForm } from '../../organization/index.ts'
import { levels } from './case-type.rules.ts'
import type { CaseTypeRequest } from './save-case-type.ts'

/** The request, but for its units: they are typed by label and resolved against the register. */
export interface TypedCaseType extends Omit<CaseTypeRequest, 'unitIds'> {
  readonly unitLabels: readonly string[]
}

export function readCaseType(
  fields: FormFields,
  agencies: readonly { readonly id: string }[],
): { request: TypedCaseType | undefined; problems: readonly FieldProblem[] } {
  const form = readForm(fields)
  const name = form.line('nome', { label: 'o nome', required: true, least: 3, most: 150 })
  const description = form.text('descricao', { label: 'a descrição', most: 1000 })
  const allowedLevels = form.choices('niveis', levels)
  const suggestedLevel = form.choice('nivel_sugerido', 'o nível sugerido', levels)
  const suggestedLegalBasisId = form.id('hipotese', { label: 'a hipótese legal' })
  const typedClasses = form.lines('classes', { label: 'as classes', most: 400, count: 50 })
  // Whoever copies `010.1 Organização` from the list means the code.
  const classCodes = [...new Set(typedClasses.map((line) => line.split(' ')[0] ?? ''))]
  const agencyIds = form.choices(
    'orgaos',
    agencies.map(({ id }) => id),
  )
  const unitLabels = form.lines('unidades', { label: 'as unidades', most: 80, count: 200 })
  const flags = { onePerParty: form.flag('um_por_interessado'), internal: form.flag('interno') }
  if (form.problems.length > 0 || !suggestedLevel) return { request: undefined, problems: form.problems }
  return {
    request: {
      ...{ name, description, allowedLevels, suggestedLevel, suggestedLegalBasisId },
      ...{ classCodes, agencyIds, unitLabels, ...flags },
    },
    problems: [],
  }
}
