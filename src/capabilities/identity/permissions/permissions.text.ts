import type { FieldProblem } from '../../../platform/form-fields.ts'
import type { GrantRefusal } from './grant-profile.rules.ts'

/** The reason in plain Portuguese, beside the field. */
export function explainGrant(refusal: GrantRefusal): FieldProblem {
  switch (refusal.kind) {
    case 'already-granted':
      return { field: 'perfil', message: 'A pessoa já tem este perfil neste lugar em parte desses dias.' }
    case 'ends-before-start':
      return { field: 'ate', message: 'O último dia vem antes do primeiro. Corrija um dos dois.' }
    case 'over-already':
      return { field: 'ate', message: 'O último dia já passou: a permissão não teria efeito.' }
    case 'beyond-reach':
      return { field: 'alcance', message: 'Você administra só o seu órgão e não pode dar alcance maior.' }
  }
}
