import type { ItemRefusal, ListingRefusal, ListingState, Role } from './elimination.rules.ts'

/** Why one case file is not eliminated. */
export function explainItem({ kind }: ItemRefusal): string {
  switch (kind) {
    case 'not-archived':
      return 'O processo não está arquivado.'
    case 'permanent':
      return 'O processo é de guarda permanente.'
    case 'term-undefined':
      return 'A classe do processo não diz o prazo ou a destinação.'
    case 'term-awaiting':
      return 'O fato que inicia o prazo de guarda não foi registrado.'
    case 'term-running':
      return 'O prazo de guarda ainda não terminou.'
    case 'held':
      return 'A destinação do processo está suspensa.'
    case 'contested':
      return 'A eliminação do processo foi contestada.'
    case 'confidential':
      return 'O processo é sigiloso.'
    case 'has-annexes':
      return 'O processo tem outros anexados a ele.'
    case 'blocked':
      return 'O processo está bloqueado, por ordem.'
    case 'already-eliminated':
      return 'O conteúdo do processo já foi eliminado.'
  }
}

/** Why nothing is done to a listing, with the way out. */
export function explainListing(refusal: ListingRefusal): string {
  switch (refusal.kind) {
    case 'wrong-state':
      return 'A listagem mudou de etapa, e isto não se faz mais nela. Confira a situação.'
    case 'role-signed':
      return 'Já há uma assinatura neste papel.'
    case 'responsible-first':
      return 'O responsável pela seleção assina primeiro.'
    case 'signed-already':
      return 'Você já assinou esta listagem. As três assinaturas são de pessoas diferentes.'
    case 'two-people':
      return 'Quem ordenou a eliminação não a confirma. Peça a outra pessoa.'
    case 'nothing-listed':
      return 'Não há na listagem nenhum processo a eliminar.'
    case 'notice-running':
      return 'O prazo do edital para contestação ainda não terminou.'
    case 'in-the-way':
      return refusal.message
  }
}

export const stateNames: { readonly [state in ListingState]: string } = {
  draft: 'Em preparação',
  signed: 'Assinada',
  noticed: 'Edital publicado',
  ordered: 'Aguarda confirmação',
  confirmed: 'Em execução',
  executed: 'Executada',
  abandoned: 'Abandonada',
}

/** The words say it; the colour only helps to find it. */
export const stateTones = {
  draft: 'info',
  signed: 'info',
  noticed: 'info',
  ordered: 'warning',
  confirmed: 'warning',
  executed: 'neutral',
  abandoned: 'neutral',
} as const

export const roleNames: { readonly [role in Role]: string } = {
  responsible: 'Responsável pela seleção',
  president: 'Presidente da CPAD',
  authority: 'Autoridade do órgão',
}

export const itemNames = {
  listed: 'A eliminar',
  contested: 'Contestado',
  withdrawn: 'Retirado',
  eliminated: 'Eliminado',
} as const
