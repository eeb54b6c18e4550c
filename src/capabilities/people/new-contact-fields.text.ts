import type { FormFields } from '../../platform/form-fields.ts'
import { formatCnpj, maskCpf } from '../organization/index.ts'
import type { ContactToRegister } from './contact.ts'

/** As the history tells it: a CPF only masked (R1). */
export function fieldsOfContact(contact: ContactToRegister): FormFields {
  return {
    natureza: contact.kind,
    nome: contact.name,
    cpf_ou_cnpj: contact.cpf ? maskCpf(contact.cpf) : contact.cnpj ? formatCnpj(contact.cnpj) : '',
    email: contact.email ?? '',
    telefone: contact.phone ?? '',
    municipio: contact.city ?? '',
  }
}
