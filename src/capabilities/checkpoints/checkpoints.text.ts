import { explainCaseRefusal } from '../cases/index.ts'
import type { SetCheckpointRefusal } from './set-checkpoint.ts'

export function explainSetCheckpoint(refusal: SetCheckpointRefusal): string {
  switch (refusal.kind) {
    case 'no-such-point':
      return 'O processo já está neste ponto, ou o ponto saiu de uso.'
    case 'on-no-point':
      return 'O processo não está em nenhum ponto de controle.'
    default:
      return explainCaseRefusal(refusal)
  }
}

export const notSaved = {
  field: 'nome',
  message: 'A unidade já tem um ponto com este nome, ou já tem cem pontos. Escolha outro nome.',
}
