import type { FieldProblem } from '../../../platform/form-fields.ts'
import { explainCaseRefusal } from '../../cases/index.ts'
import { type LabelRefusal, mostLabels } from './keep-labels.ts'
import type { LabellingRefusal } from './label-case-files.ts'

/** The reason in plain Portuguese, beside the field. */
export function explainLabel(refusal: LabelRefusal): FieldProblem {
  switch (refusal.kind) {
    case 'name-taken':
      return { field: 'nome', message: 'A unidade já tem um marcador com este nome. Escolha outro nome.' }
    case 'too-many':
      return { field: 'nome', message: `A unidade já tem ${mostLabels} marcadores. Exclua os que nunca foram usados.` }
    case 'used':
      return { field: 'uso', message: 'O marcador já foi usado e não pode ser excluído. Tire-o de uso.' }
  }
}

export function explainLabelling(refusal: LabellingRefusal): string {
  switch (refusal.kind) {
    case 'no-such-label':
      return 'Escolha um marcador da unidade.'
    case 'label-out-of-use':
      return 'Este marcador está fora de uso. Escolha outro.'
    case 'already-labelled':
      return 'O processo já tem este marcador.'
    case 'not-labelled':
      return 'O processo não tem este marcador.'
    default:
      return explainCaseRefusal(refusal)
  }
}
