import { explainCaseRefusal } from '../cases/index.ts'
import { type AcknowledgeRefusal, type CommentRefusal, longestComment } from './remarks.rules.ts'

/** The reason in plain Portuguese, beside the field where there is one. */
export function explainComment(refusal: CommentRefusal): { field?: string; message: string } {
  switch (refusal.kind) {
    case 'case':
      return { message: explainCaseRefusal(refusal.why) }
    case 'closed':
      return {
        message: 'O conteúdo deste documento não está disponível nesta unidade, e por isso não pode ser comentado.',
      }
    case 'draft-of-others':
      return { message: 'O documento ainda não foi assinado: só a unidade que o fez pode comentá-lo.' }
    case 'empty':
      return { field: 'comentario', message: 'Escreva o comentário.' }
    case 'too-long':
      return {
        field: 'comentario',
        message: `O comentário pode ter até ${longestComment.toLocaleString('pt-BR')} caracteres.`,
      }
    case 'of-another-unit':
      return { message: 'O comentário é de outra unidade. Só ela pode alterá-lo ou excluí-lo.' }
    case 'deleted':
      return { message: 'O comentário já foi excluído.' }
  }
}

/** The reason in plain Portuguese. */
export function explainAcknowledge(refusal: AcknowledgeRefusal): string {
  switch (refusal.kind) {
    case 'case':
      return explainCaseRefusal(refusal.why)
    case 'closed':
      return 'O conteúdo não está disponível para você nesta unidade.'
    case 'draft':
      return 'O documento ainda não foi assinado.'
    case 'already-today':
      return 'Você já deu ciência hoje.'
  }
}
