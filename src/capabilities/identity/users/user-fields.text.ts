import type { FormFields } from '../../../platform/form-fields.ts'
import { formatCpf } from '../../organization/index.ts'
import type { UserData } from './user.ts'

export function fieldsOfUser(data: UserData): FormFields {
  return {
    usuario: data.login,
    nome: data.name,
    nome_social: data.socialName ?? '',
    cpf: data.cpf ? formatCpf(data.cpf) : '',
    email: data.email,
  }
}
