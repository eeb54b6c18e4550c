import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import { readForm } from '../../organization/index.ts'
import type { LegalBasisData } from './save-legal-basis.ts'

export function readLegalBasis(
  fields: FormFields,
  known?: LegalBasisData['level'],
): { request: LegalBasisData | undefined; problems: readonly FieldProblem[] } {
  const form = readForm(fields)
  const name = form.line('nome', { label: 'o nome', required: true, least: 3, most: 150 })
  const law = form.line('lei', { label: 'a lei e o artigo', required: true, least: 3, most: 300 })
  const level = known ?? form.choice('nivel', 'o nível de acesso', ['restricted', 'confidential'])
  if (form.problems.length > 0 || !level) return { request: undefined, problems: form.problems }
  return { request: { name, law, level }, problems: [] }
}

export const takenLegalBasis: FieldProblem = {
  field: 'nome',
  message: 'Já existe uma hipótese com este nome neste nível, em uso ou fora de uso.',
}
