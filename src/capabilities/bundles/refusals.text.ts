import { type CaseRefusal, explainCaseRefusal } from '../cases/index.ts'
import { type ActRefusal, explainActRefusal } from '../documents/index.ts'
import type { BundleAct, Move, MoveRefusal } from './moves/moves.rules.ts'
import { kindNames, stateNames } from './words.text.ts'

/** Why one item does not enter a bundle, or keeps it from being made available. */
export type ItemRefusal =
  | { readonly kind: 'case'; readonly why: CaseRefusal }
  | { readonly kind: 'document'; readonly why: ActRefusal }
  | { readonly kind: 'not-authored' }
  | { readonly kind: 'not-ours' }
  | { readonly kind: 'confidential' }
  | { readonly kind: 'already-in' }
  | { readonly kind: 'full'; readonly most: number }
  /** With other units already, in a bundle of this number (BLO-028). */
  | { readonly kind: 'in-available-bundle'; readonly number: string }
  | { readonly kind: 'gone' }

/** Why something with a bundle is refused. */
export type BundleRefusal =
  | MoveRefusal
  | { readonly kind: 'item'; readonly label: string; readonly why: ItemRefusal }
  | { readonly kind: 'description' }
  | { readonly kind: 'unit'; readonly acronym: string }
  | { readonly kind: 'too-many-units'; readonly most: number }
  | { readonly kind: 'deadline-past' }
  | { readonly kind: 'deadline-unreadable' }
  | { readonly kind: 'group' }
  | { readonly kind: 'person' }
  | { readonly kind: 'comment' }
  | { readonly kind: 'too-long'; readonly most: number }

const actWords: { readonly [act in Move | BundleAct]: string } = {
  'make-available': 'ser disponibilizado',
  cancel: 'ter a disponibilização cancelada',
  return: 'ser devolvido',
  conclude: 'ser concluído',
  reopen: 'ser reaberto',
  delete: 'ser excluído',
  change: 'ser alterado',
  include: 'receber itens',
  remove: 'perder itens',
  annotate: 'ser anotado',
  signal: 'ser sinalizado',
  file: 'ser atribuído',
  sign: 'ter documentos assinados aqui',
}

/** The reason in plain Portuguese, with the way out where there is one. */
export function explainBundleRefusal(refusal: BundleRefusal): string {
  switch (refusal.kind) {
    case 'state':
      return `O bloco está no estado ${stateNames[refusal.state]} e não pode ${actWords[refusal.act]} agora.${wayOut(refusal)}`
    case 'not-your-side':
      return refusal.side === 'receiver'
        ? 'Só a unidade que gerou o bloco pode fazer isto.'
        : 'Só a unidade que recebeu o bloco pode fazer isto.'
    case 'not-of-kind':
      return `${kindNames[refusal.bundleKind]} não tem este ato.`
    case 'no-destination':
      return 'O bloco não tem unidade de destino. Altere o bloco e escolha ao menos uma.'
    case 'empty':
      return 'O bloco está vazio. Inclua o que as outras unidades devem ver.'
    case 'not-empty':
      return 'Só um bloco vazio pode ser excluído. Retire antes os itens, ou conclua o bloco.'
    case 'item':
      return `${refusal.label}: ${explainItemRefusal(refusal.why)}`
    case 'description':
      return 'Descreva o bloco em até 250 caracteres.'
    case 'unit':
      return `A unidade ${refusal.acronym} não pode receber blocos.`
    case 'too-many-units':
      return `Escolha no máximo ${refusal.most} unidades.`
    case 'deadline-unreadable':
      return 'Este dia não existe. Escreva como 31/12/2026.'
    case 'deadline-past':
      return 'O prazo para assinar não pode ser anterior a hoje.'
    case 'group':
      return 'Este grupo não recebe mais blocos. Escolha outro.'
    case 'person':
      return 'Esta pessoa não trabalha nesta unidade.'
    case 'comment':
      return 'Escreva o comentário.'
    case 'too-long':
      return `Escreva no máximo ${refusal.most} caracteres.`
  }
}

/** The same for one item. */
export function explainItemRefusal(refusal: ItemRefusal): string {
  switch (refusal.kind) {
    case 'case':
      return explainCaseRefusal(refusal.why)
    case 'document':
      return explainActRefusal(refusal.why)
    case 'not-authored':
      return 'um documento externo não é assinado. Inclua apenas documentos feitos no editor.'
    case 'not-ours':
      return 'só a unidade que fez o documento pode incluí-lo em bloco.'
    case 'confidential':
      return 'o que é sigiloso não entra em bloco que outras unidades recebem.'
    case 'already-in':
      return 'já está neste bloco.'
    case 'full':
      return `o bloco já tem ${refusal.most} itens. Use outro bloco.`
    case 'in-available-bundle':
      return `está no bloco ${refusal.number}, que já foi disponibilizado. Espere o retorno ou cancele a disponibilização dele.`
    case 'gone':
      return 'não está mais disponível nesta unidade. Retire do bloco.'
  }
}

/** Beside which field of the form the reason stands. */
export function fieldOfBundleRefusal({ kind }: BundleRefusal): string | undefined {
  const fields: { readonly [kind in BundleRefusal['kind']]?: string } = {
    description: 'descricao',
    unit: 'destinos',
    'too-many-units': 'destinos',
    'deadline-past': 'prazo',
    'deadline-unreadable': 'prazo',
    group: 'grupo',
    person: 'pessoa',
    comment: 'texto',
    'too-long': 'texto',
  }
  return fields[kind]
}

function wayOut({ act, state }: Extract<BundleRefusal, { kind: 'state' }>): string {
  if (state === 'available' && act !== 'reopen') return ' Cancele antes a disponibilização, ou espere o retorno.'
  return state === 'concluded' ? ' Reabra o bloco antes.' : ''
}
