import { explainCaseRefusal } from '../case-actions.text.ts'
import type { SuspendRefusal } from './suspend-case-file.ts'

/** The reason in plain Portuguese, beside the field where there is one. */
export function explainSuspendRefusal(refusal: SuspendRefusal): { field?: string; message: string } {
  switch (refusal.kind) {
    case 'linked-not-found':
      return {
        field: 'vinculado',
        message: 'Não há processo com este número, ou ele não está disponível para você nesta unidade.',
      }
    case 'linked-itself':
      return { field: 'vinculado', message: 'O processo não pode esperar por si mesmo. Informe outro número.' }
    case 'linked-confidential':
      return { field: 'vinculado', message: 'O outro processo é sigiloso. Descreva a espera no motivo, sem o número.' }
    default:
      return { message: explainCaseRefusal(refusal) }
  }
}
