import { formatCnpj, maskCpf } from '../organization/index.ts'
import { type ContactAccess, shownOf } from './access/contact-access.rules.ts'
import type { Contact } from './contact.ts'
import type { ContactRefusal } from './register-contact.ts'

/** The CPF masked or the CNPJ, as lists and labels show them (AUD-023); '' where there is none. */
export function identifierOf(contact: Contact): string {
  if (contact.cpf) return maskCpf(contact.cpf)
  return contact.cnpj ? formatCnpj(contact.cnpj) : ''
}

/**
 * "Maria da Silva (CPF ***.456.789-**)": tells namesakes apart without telling more than the unit sees of contacts. Where
 * it sees name and city alone, these tell them apart.
 */
export function contactLabel(contact: Contact, access: ContactAccess): string {
  if (access[contact.kind] === 'short') return contact.city ? `${contact.name} (${contact.city})` : contact.name
  const document = shownOf(contact, access).identifier
  return document ? `${contact.name} (${contact.cpf ? 'CPF' : 'CNPJ'} ${document})` : contact.name
}

/** The reason in plain Portuguese. */
export function explainContactRefusal(refusal: ContactRefusal): string {
  const { contact } = refusal
  return `Já existe um contato com este ${contact.cpf ? 'CPF' : 'CNPJ'}: ${contact.name}. Use o contato existente.`
}
