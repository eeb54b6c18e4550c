import { explainCaseRefusal } from '../case-actions.text.ts'
import type { RelateRefusal } from './relate-case-files.ts'

/** The reason in plain Portuguese, beside the field where there is one. */
export function explainRelateRefusal(refusal: RelateRefusal): { field?: string; message: string } {
  switch (refusal.kind) {
    case 'other-not-found':
      return {
        field: 'outro',
        message: 'Não há processo com este número, ou ele não está disponível para você nesta unidade.',
      }
    case 'other-is-itself':
      return { field: 'outro', message: 'Um processo não se relaciona consigo mesmo. Informe outro número.' }
    case 'already-related':
      return { field: 'outro', message: 'Os dois processos já estão relacionados.' }
    case 'not-related':
      return { message: 'Os dois processos já não estão relacionados.' }
    default:
      return { message: explainCaseRefusal(refusal) }
  }
}
