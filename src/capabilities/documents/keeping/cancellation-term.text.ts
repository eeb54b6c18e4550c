import { explainActRefusal } from '../act-refusal.text.ts'
import type { CancelRefusal } from './cancellation-term.rules.ts'

/** The reason in plain Portuguese, beside the field where there is one. */
export function explainCancel(refusal: CancelRefusal): { field?: string; message: string } {
  switch (refusal.kind) {
    case 'term-missing':
      return { field: 'termo', message: 'Informe o nº SEI do Termo de Cancelamento, assinado neste processo.' }
    case 'term-not-found':
      return { field: 'termo', message: 'Não há documento com este número que você possa ler nesta unidade.' }
    case 'term-unfit':
      return {
        field: 'termo',
        message: 'O termo precisa ser outro documento deste processo, feito no editor, assinado e não cancelado.',
      }
    default:
      return { message: explainActRefusal(refusal) }
  }
}
