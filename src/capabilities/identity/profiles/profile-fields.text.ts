import type { FormFields } from '../../../platform/form-fields.ts'
import type { ProfileData } from './save-profile.ts'

export function fieldsOfProfile(data: ProfileData): FormFields {
  return { nome: data.name, descricao: data.description, permissoes: data.permissions }
}
