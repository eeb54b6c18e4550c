import type { FieldProblem } from '../../../platform/form-fields.ts'
import { timeOf } from '../sign-in.text.ts'
import type { CodeRefusal } from './give-code.ts'

/** A ticket that is over has no page of its own: the person begins again. */
type Explained = Exclude<CodeRefusal, { kind: 'ticket-over' }>

/** The reason in plain Portuguese, beside the field. */
export function explainCode(refusal: Explained): FieldProblem {
  switch (refusal.kind) {
    case 'wrong-code':
      return { field: 'codigo', message: 'O código não confere ou já foi usado. Espere o próximo e digite de novo.' }
    case 'resting':
      return {
        field: 'codigo',
        message: `Houve muitas tentativas erradas. Por segurança, tente de novo às ${timeOf(refusal.until)}.`,
      }
  }
}
