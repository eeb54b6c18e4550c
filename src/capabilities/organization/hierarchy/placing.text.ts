import type { FieldProblem } from '../../../platform/form-fields.ts'
import type { PlaceRefusal } from './place-unit.ts'

/** The reason in plain Portuguese, beside the field. */
export function explainPlaceRefusal(refusal: PlaceRefusal): FieldProblem {
  switch (refusal.kind) {
    case 'below-itself':
      return {
        field: 'superior',
        message: 'A unidade ficaria abaixo de si mesma. Mude antes a posição da unidade que está abaixo dela.',
      }
    case 'in-the-past':
      return { field: 'desde', message: 'A hierarquia de dias passados não muda. Informe hoje ou um dia que virá.' }
    case 'ends-before-start':
      return { field: 'ate', message: 'O último dia vem antes do primeiro. Corrija um dos dois.' }
  }
}
