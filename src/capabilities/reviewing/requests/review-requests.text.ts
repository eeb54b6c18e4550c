import type { FormError } from '../../../ui/index.ts'
import { type AnswerRefusal, type AskRefusal, longestMessage, mostReviewers } from './review-requests.rules.ts'

const limit = longestMessage.toLocaleString('pt-BR')

/** The reason in plain Portuguese, beside the field where there is one. */
export function explainAsk({ kind }: AskRefusal): FormError {
  switch (kind) {
    case 'not-possible':
      return { message: 'A revisão só pode ser pedida pela unidade que escreve o documento, antes da assinatura.' }
    case 'nobody':
      return { field: 'revisor', message: 'Escolha a quem pedir a revisão.' }
    case 'yourself':
      return { field: 'revisor', message: 'A revisão é pedida a outra pessoa.' }
    case 'does-not-fit':
      return {
        field: 'revisor',
        message: 'Essa pessoa não trabalha nesta unidade nem em outra que tenha o processo aberto. Escolha da lista.',
      }
    case 'already-asked':
      return { field: 'revisor', message: 'Essa pessoa já tem um pedido de revisão deste documento sem resposta.' }
    case 'too-many':
      return { message: `Há ${mostReviewers} pedidos sem resposta. Retire algum antes de pedir outro.` }
    case 'too-long':
      return { field: 'mensagem', message: `A mensagem pode ter até ${limit} caracteres.` }
    case 'bad-day':
      return { field: 'prazo', message: 'Escreva o prazo como dia, mês e ano, ou deixe em branco.' }
    case 'past-day':
      return { field: 'prazo', message: 'O prazo não pode ser um dia que já passou.' }
  }
}

export function explainAnswer({ kind }: AnswerRefusal): FormError {
  switch (kind) {
    case 'closed':
      return { message: 'Este pedido de revisão já foi respondido ou retirado.' }
    case 'not-asked':
      return { message: 'Só responde ao pedido a pessoa a quem ele foi feito.' }
    case 'no-answer':
      return { field: 'resposta', message: 'Escolha a resposta: aprovado ou devolvido com observações.' }
    case 'says-nothing':
      return { field: 'texto', message: 'Para devolver, escreva a observação aqui ou comente um trecho do texto.' }
    case 'too-long':
      return { field: 'texto', message: `A resposta pode ter até ${limit} caracteres.` }
    case 'changed':
      return { message: 'O texto mudou depois que você abriu esta página. Leia o texto atual e responda de novo.' }
  }
}
