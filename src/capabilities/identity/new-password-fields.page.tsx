import type { FieldProblem } from '../../platform/form-fields.ts'
import { errorOf, PasswordField } from '../../ui/index.ts'
import { passwordHint } from './password.text.ts'

/** A new password, typed twice. */
export function NewPasswordFields({ problems }: { problems: readonly FieldProblem[] }) {
  return (
    <>
      <PasswordField
        name="senha_nova"
        label="Nova senha"
        hint={passwordHint}
        autocomplete="new-password"
        required
        error={errorOf(problems, 'senha_nova')}
      />
      <PasswordField
        name="senha_repetida"
        label="Nova senha, outra vez"
        autocomplete="new-password"
        required
        error={errorOf(problems, 'senha_repetida')}
      />
    </>
  )
}
