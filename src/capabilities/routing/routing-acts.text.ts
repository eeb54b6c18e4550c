import { explainCaseRefusal } from '../cases/index.ts'
import type { AssignRefusal } from './assign-case-file.ts'
import type { RecallRefusal } from './recall-case-file.ts'

export function explainAssignRefusal(refusal: AssignRefusal): string {
  return refusal.kind === 'not-of-this-unit'
    ? 'A pessoa escolhida não trabalha nesta unidade. Escolha outra na lista.'
    : explainCaseRefusal(refusal)
}

export function explainRecallRefusal(_refusal: RecallRefusal): string {
  return 'O envio não pode mais ser desfeito: o processo já foi aberto no destino. Peça à unidade que o devolva.'
}
