import { type FieldProblem, type FormFields, fieldText } from '../../platform/form-fields.ts'
import { refusalsOfPassword } from './password.rules.ts'
import { explainPassword } from './password.text.ts'

/** Reads a new password typed twice, in `senha_nova` and `senha_repetida`, for somebody of this login and name. */
export function readNewPassword(
  fields: FormFields,
  whose: { readonly login: string; readonly name: string },
): { password: string; problems: readonly FieldProblem[] } {
  const password = fieldText(fields, 'senha_nova')
  const problems = refusalsOfPassword({ password, ...whose }).map(
    (refusal): FieldProblem => ({ field: 'senha_nova', message: explainPassword(refusal) }),
  )
  if (problems.length === 0 && fieldText(fields, 'senha_repetida') !== password) {
    problems.push({ field: 'senha_repetida', message: 'As duas senhas não são iguais. Digite as duas de novo.' })
  }
  // One reason at a time helps more than four that the next try will settle together.
  return { password, problems: problems.slice(0, 1) }
}
