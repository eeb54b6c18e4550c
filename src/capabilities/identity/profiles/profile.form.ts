import { type Permission, permissions } from '../../../platform/actor.ts'
import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import { readForm } from '../../organization/index.ts'
import { lastAdministrator } from '../users/users.text.ts'
import type { ProfileData, ProfileRefusal } from './save-profile.ts'

export const allPermissions = Object.keys(permissions) as Permission[]

export function readProfile(fields: FormFields): {
  request: ProfileData | undefined
  problems: readonly FieldProblem[]
} {
  const form = readForm(fields)
  const request = {
    name: form.line('nome', { label: 'o nome', required: true, least: 2, most: 80 }),
    description: form.line('descricao', { label: 'a descrição', most: 300 }),
    permissions: form.choices('permissoes', allPermissions),
  }
  if (request.permissions.length === 0) form.note('permissoes', 'Marque ao menos uma permissão.')
  return { request: form.problems.length === 0 ? request : undefined, problems: form.problems }
}

/** The reason in plain Portuguese, beside the field. */
export function explainProfileRefusal(refusal: ProfileRefusal): FieldProblem {
  switch (refusal.kind) {
    case 'name-taken':
      return { field: 'nome', message: 'Já existe um perfil com este nome. Escolha outro.' }
    case 'last-administrator':
      return { field: 'permissoes', message: lastAdministrator }
  }
}
