import type { FormError } from '../../../ui/index.ts'
import { longestQuote, longestReply, mostThreads, type ThreadRefusal } from './threads.rules.ts'

const count = (value: number) => value.toLocaleString('pt-BR')

/** The reason in plain Portuguese, beside the field where there is one. */
export function explainThread({ kind }: ThreadRefusal): FormError {
  switch (kind) {
    case 'signed':
      return { message: 'O documento já foi assinado: a revisão está encerrada e fica como registro.' }
    case 'no-passage':
      return { field: 'paragrafo', message: 'Escolha o parágrafo pelo número.' }
    case 'not-in-passage':
      return { field: 'trecho', message: 'O trecho não está neste parágrafo. Copie as palavras como estão no texto.' }
    case 'fixed':
      return { field: 'redacao', message: 'Este parágrafo é fixo do modelo e não pode mudar. Faça um comentário.' }
    case 'same-words':
      return { field: 'redacao', message: 'A redação sugerida é igual à do texto. Escreva o que deve mudar.' }
    case 'not-only-words':
      return {
        field: 'redacao',
        message:
          'O trecho tem nota, ligação ou variável, que uma sugestão não move. Escolha um trecho menor ou comente.',
      }
    case 'empty':
      return { field: 'texto', message: 'Escreva o comentário.' }
    case 'too-long':
      return { field: 'texto', message: `O comentário pode ter até ${count(longestReply)} caracteres.` }
    case 'quote-too-long':
      return { field: 'trecho', message: `O trecho pode ter até ${count(longestQuote)} caracteres. Escolha um menor.` }
    case 'suggestion-too-long':
      return { field: 'redacao', message: `A redação sugerida pode ter até ${count(longestQuote)} caracteres.` }
    case 'too-many':
      return { message: `Este documento já tem ${mostThreads} comentários e sugestões. Resolva ou decida os que há.` }
    case 'settled':
      return { message: 'Esta sugestão já foi decidida.' }
    case 'not-yours':
      return { message: 'Só quem pode escrever no documento aceita ou rejeita sugestões.' }
    case 'gone':
      return {
        message:
          'O trecho mudou depois da sugestão e ela não pode mais entrar sozinha no texto. Mude o texto no editor, se for o caso, e rejeite a sugestão.',
      }
    case 'own-draft':
      return {
        message:
          'Você tem um rascunho deste documento que ainda não é uma versão. Salve a versão no editor, ou descarte o rascunho, antes de aceitar.',
      }
    case 'no-change':
      return { message: 'Nada mudou nas palavras do texto: não há o que sugerir.' }
  }
}
