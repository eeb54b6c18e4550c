import { explainCaseRefusal } from '../case-actions.text.ts'
import type { AnnexRefusal } from './annex-case-file.ts'

/** The reason in plain Portuguese, beside the field where there is one. */
export function explainAnnexRefusal(refusal: AnnexRefusal): { field?: string; message: string } {
  switch (refusal.kind) {
    case 'principal-not-found':
      return {
        field: 'principal',
        message: 'Não há processo com este número, ou ele não está disponível para você nesta unidade.',
      }
    case 'principal-is-itself':
      return { field: 'principal', message: 'Um processo não se anexa a si mesmo. Informe outro número.' }
    case 'of-principal':
      return { field: 'principal', message: `Quanto ao principal: ${lowered(explainCaseRefusal(refusal.refusal))}` }
    case 'principal-confidential':
    case 'principal-not-open-here':
      return { field: 'principal', message: explainCaseRefusal(refusal) }
    default:
      return { message: explainCaseRefusal(refusal) }
  }
}

function lowered(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1)
}
