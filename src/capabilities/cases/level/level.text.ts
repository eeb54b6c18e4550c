import type { FieldProblem } from '../../../platform/form-fields.ts'
import type { AccessLevel } from '../access.rules.ts'
import type { LevelRefusal } from './level.rules.ts'

export const levelNames: { readonly [level in AccessLevel]: string } = {
  public: 'público',
  restricted: 'restrito',
  confidential: 'sigiloso',
}

/** The reason in plain Portuguese, beside the field. */
export function explainLevelRefusal(refusal: LevelRefusal): FieldProblem {
  switch (refusal.kind) {
    case 'level-not-allowed':
      return {
        field: 'nivel',
        message: `Este tipo de processo não pode ser ${levelNames[refusal.level]}. Níveis possíveis: ${refusal.allowed
          .map((level) => levelNames[level])
          .join(', ')}.`,
      }
    case 'legal-basis-missing':
      return {
        field: 'hipotese',
        message: `Escolha a hipótese legal: o nível ${levelNames[refusal.level]} a exige.`,
      }
    case 'legal-basis-of-another-level':
      return {
        field: 'hipotese',
        message: `Esta hipótese legal não serve para o nível ${levelNames[refusal.level]}. Escolha outra da lista.`,
      }
    case 'legal-basis-not-offered':
      return { field: 'hipotese', message: 'Esta hipótese legal foi desativada. Escolha outra.' }
  }
}
