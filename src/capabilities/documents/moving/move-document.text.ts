import { explainCaseRefusal } from '../../cases/index.ts'
import { explainActRefusal } from '../act-refusal.text.ts'
import { explainLevel } from '../level/level.text.ts'
import type { MoveRefusal } from './move-document.rules.ts'

/** The reason in plain Portuguese, beside the field where there is one. */
export function explainMove(refusal: MoveRefusal): { field?: string; message: string } {
  const ofTarget = (message: string) => ({ field: 'destino', message })
  switch (refusal.kind) {
    case 'act':
      return { message: explainActRefusal(refusal.why) }
    case 'target-refuses':
      return ofTarget(`Quanto ao outro processo: ${lowered(explainCaseRefusal(refusal.why))}`)
    case 'level':
      return ofTarget(`Quanto ao outro processo: ${lowered(explainLevel(refusal.why).message)}`)
    case 'moving-off':
      return { message: 'Nesta instalação, documentos não são movidos entre processos.' }
    case 'not-mailroom':
      return { message: 'Só unidades de protocolo movem documentos entre processos. Peça à sua.' }
    case 'target-not-found':
      return ofTarget('Não há processo com este número, ou ele não está disponível para você nesta unidade.')
    case 'target-is-same':
      return ofTarget('O documento já está neste processo. Informe outro número.')
    case 'leaves-confidential':
      return ofTarget('O processo do documento é sigiloso e o outro não é. Reclassifique o processo antes de mover.')
  }
}

function lowered(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1)
}
