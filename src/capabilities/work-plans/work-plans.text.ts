import { explainCaseRefusal } from '../cases/index.ts'
import { explainDraft } from '../documents/index.ts'
import type { ItemRefusal } from './following/change-item.ts'
import type { SetPlanRefusal } from './following/set-plan.ts'

export function explainSetPlan(refusal: SetPlanRefusal): string {
  switch (refusal.kind) {
    case 'no-such-plan':
      return 'O processo já tem este plano, ou o plano saiu de uso ou da validade.'
    case 'on-no-plan':
      return 'O processo não tem plano de trabalho.'
    default:
      return explainCaseRefusal(refusal)
  }
}

export function explainItem(refusal: ItemRefusal): string {
  switch (refusal.kind) {
    case 'no-such-item':
      return 'Este item não está mais no plano do processo. Veja o plano de novo.'
    case 'same-state':
      return 'O item já está nesta situação.'
    case 'no-such-document':
      return 'Nenhum documento deste processo tem este número. Confira o número na árvore.'
    case 'already-in':
      return 'O documento já está neste item.'
    case 'not-in':
      return 'O documento não está mais neste item.'
    case 'draft':
      return explainDraft(refusal.why).message
    default:
      return explainCaseRefusal(refusal)
  }
}
