import type { FieldProblem } from '../../../platform/form-fields.ts'
import type { UnitRefusal } from './save-unit.ts'

/** The reason in plain Portuguese, beside the field. */
export function explainUnitRefusal(refusal: UnitRefusal): FieldProblem {
  switch (refusal.kind) {
    case 'acronym-taken':
      return { field: 'sigla', message: 'O órgão já tem uma unidade com esta sigla. Escolha outra.' }
  }
}
