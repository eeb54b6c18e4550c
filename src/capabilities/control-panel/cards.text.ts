import type { CardName } from './cards.ts'

export const cardTitles: Readonly<Record<CardName, string>> = {
  open: 'Processos abertos',
  deadlines: 'Controle de prazos',
  returns: 'Retornos programados',
  bundles: 'Blocos de assinatura abertos',
  'bundle-groups': 'Grupos de blocos de assinatura',
  types: 'Processos por tipo',
  labels: 'Processos por marcador',
  people: 'Processos por pessoa',
  followed: 'Acompanhamento especial',
}

/** What is said where a card has nothing to count. */
export const emptyWords: Readonly<Record<CardName, string>> = {
  open: 'Nenhum processo aberto na unidade.',
  deadlines: 'Nenhum prazo.',
  returns: 'Nenhum retorno.',
  bundles: 'Nenhum bloco.',
  'bundle-groups': 'Nenhum bloco aberto está em um grupo.',
  types: 'Nenhum processo aberto na unidade.',
  labels: 'Nenhum processo aberto tem marcador.',
  people: 'Nenhum processo aberto na unidade.',
  followed: 'A unidade não acompanha nenhum processo.',
}
