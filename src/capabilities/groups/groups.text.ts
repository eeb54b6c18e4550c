import type { AddedGroup, GroupKind, GroupScope } from './group.ts'

export const kindWords: Readonly<Record<GroupKind, string>> = {
  units: 'Unidades',
  contacts: 'Contatos',
  emails: 'E-mails',
}

export const kindHints: Readonly<Record<GroupKind, string>> = {
  units: 'Para enviar processos e disponibilizar blocos.',
  contacts: 'Para circulares: um documento para cada um.',
  emails: 'Para o correio eletrônico do processo.',
}

export const scopeWords: Readonly<Record<GroupScope, string>> = {
  person: 'Só meu',
  unit: 'Desta unidade',
  agency: 'Deste órgão',
  installation: 'De toda a instituição',
}

export const memberHints: Readonly<Record<GroupKind, string>> = {
  units: 'Uma sigla por linha: GS, ou GS (SET/RN) quando houver mais de uma.',
  contacts: 'Um contato por linha: nome completo, CPF ou CNPJ, como está no cadastro de contatos.',
  emails: 'Um endereço por linha, seguido do nome se quiser: protocolo@exemplo.gov.br Protocolo.',
}

const whyWords = {
  'own-unit': 'é esta unidade',
  'not-available': 'não recebe processos',
  'out-of-use': 'está fora de uso',
  'too-many': 'passa do limite de destinos',
} as const

/** What choosing a group brought, in sentences. */
export function tellAdded({ name, added, leftOut }: AddedGroup): readonly string[] {
  return [
    added.length > 0 ? `Do grupo ${name} entraram: ${added.join(', ')}.` : `Do grupo ${name} não entrou ninguém.`,
    ...(leftOut.length > 0
      ? [`Ficaram de fora: ${leftOut.map(({ label, why }) => `${label} (${whyWords[why]})`).join(', ')}.`]
      : []),
  ]
}
