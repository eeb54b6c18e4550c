import { formatCnpj, formatCpf, maskCpf } from '../../organization/index.ts'
import type { Contact } from '../contact.ts'

/** How much of contacts a unit sees: all, what everybody sees, or name and city (EST-042). */
export type AccessToContacts = 'full' | 'usual' | 'short'

/** Of each kind of contact. @term acesso a contatos */
export type ContactAccess = Readonly<Record<Contact['kind'], AccessToContacts>>

export const usualAccess: ContactAccess = { person: 'usual', organization: 'usual' }

/** What may be shown of a contact. '' is what is not known and what is not shown: who looks cannot tell them apart. */
export interface ShownContact {
  /** The CPF whole or masked, or the CNPJ. */
  readonly identifier: string
  readonly email: string
  readonly phone: string
  readonly city: string
}

export function shownOf(contact: Contact, access: ContactAccess): ShownContact {
  const level = access[contact.kind]
  const { city, email, phone } = contact
  if (level === 'short') return { identifier: '', email: '', phone: '', city }
  return {
    identifier: identifier(contact, level),
    email: level === 'full' ? email : '',
    phone: level === 'full' ? phone : '',
    city,
  }
}

function identifier({ cpf, cnpj }: Contact, level: 'full' | 'usual'): string {
  if (cpf) return level === 'full' ? formatCpf(cpf) : maskCpf(cpf)
  return cnpj ? formatCnpj(cnpj) : ''
}

/** Fields of the history of a contact that are told to who does not see all of it. */
const toldToAll: readonly string[] = ['nome', 'natureza', 'municipio', 'situacao']

/** Which fields the history of a contact of this kind tells; undefined: all of them. */
export function fieldsTold(access: AccessToContacts): readonly string[] | undefined {
  if (access === 'full') return undefined
  return access === 'short' ? toldToAll : [...toldToAll, 'cpf_ou_cnpj']
}
