import { formatCnpj, maskCpf } from '../organization/index.ts'
import type { Contact } from './contact.ts'
import type { ContactRefusal } from './register-contact.ts'

/** The CPF masked or the CNPJ, as lists and labels show them (AUD-023); '' where there is none. */
export function identifierOf(contact: Contact): string {
  if (contact.cpf) return maskCpf(contact.cpf)
  return contact.cnpj ? formatCnpj(contact.cnpj) : ''
}

/** "Maria da Silva (CPF ***.456.789-**)": tells namesakes apart without telling the whole CPF. */
export function contactLabel(contact: Contact): string {
  const document = identifierOf(contact)
  return document ? `${contact.name} (${contact.cpf ? 'CPF' : 'CNPJ'} ${document})` : contact.name
}

/** The reason in plain Portuguese. */
export function explainContactRefusal(refusal: ContactRefusal): string {
  const { contact } = refusal
  return `Já existe um contato com este ${contact.cpf ? 'CPF' : 'CNPJ'}: ${contact.name}. Use o contato existente.`
}
