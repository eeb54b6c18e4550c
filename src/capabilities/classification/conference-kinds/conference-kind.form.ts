import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import { readForm } from '../../organization/index.ts'

export function readConferenceKind(fields: FormFields): {
  request: { readonly name: string; readonly certifiable: boolean } | undefined
  problems: readonly FieldProblem[]
} {
  const form = readForm(fields)
  const request = {
    name: form.line('nome', { label: 'o nome', required: true, least: 3, most: 120 }),
    certifiable: form.flag('autenticavel'),
  }
  return { request: form.problems.length === 0 ? request : undefined, problems: form.problems }
}

export const takenConferenceKind: FieldProblem = {
  field: 'nome',
  message: 'Já existe uma espécie com este nome, em uso ou fora de uso.',
}
