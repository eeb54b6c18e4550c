import type { Contact } from '../contact.ts'
import type { AccessToContacts } from './contact-access.rules.ts'

export const levelWords: Readonly<Record<AccessToContacts, string>> = {
  full: 'Completo',
  usual: 'Padrão',
  short: 'Resumido',
}

export const levelHints: Readonly<Record<AccessToContacts, string>> = {
  full: 'CPF inteiro, e-mail e telefone.',
  usual: 'CPF com parte escondida, sem e-mail nem telefone. É o que vê toda unidade que não está na lista.',
  short: 'Só nome e município.',
}

export const kindWords: Readonly<Record<Contact['kind'], string>> = {
  person: 'Pessoas físicas',
  organization: 'Pessoas jurídicas',
}
