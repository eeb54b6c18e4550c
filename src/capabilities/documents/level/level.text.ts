import type { FieldProblem } from '../../../platform/form-fields.ts'
import type { LevelRefusal } from './level.rules.ts'

/** The reason in plain Portuguese, beside the field that it is about. */
export function explainLevel(refusal: LevelRefusal): FieldProblem {
  switch (refusal.kind) {
    case 'level-not-allowed':
      return { field: 'nivel', message: 'O tipo deste processo não permite este nível de acesso. Escolha outro.' }
    case 'legal-basis-missing':
      return { field: 'hipotese', message: 'Escolha a hipótese legal que justifica o nível de acesso.' }
    case 'legal-basis-of-another-level':
      return { field: 'hipotese', message: 'Esta hipótese legal é de outro nível de acesso. Escolha outra.' }
  }
}
