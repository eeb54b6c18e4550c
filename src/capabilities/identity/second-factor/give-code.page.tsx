import type { FieldProblem } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import { Button, errorOf, Form, FormActions, Link, type PageContext, PlainShell, TextField } from '../../../ui/index.ts'

interface GiveCodeProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly ticket: string
  readonly next: string
  /** Where the code is sent to. */
  readonly action: string
  readonly problems: readonly FieldProblem[]
}

/** The second step of signing in. */
export function GiveCodePage({ page, formKeys, ticket, next, action, problems }: GiveCodeProps) {
  return (
    <PlainShell page={page} title="Verificação em duas etapas" hasErrors={problems.length > 0}>
      <Form {...formKeys} action={action} errors={problems}>
        <input type="hidden" name="etapa" value={ticket} />
        <input type="hidden" name="depois" value={next} />
        <TextField
          name="codigo"
          label="Código do aplicativo autenticador"
          hint="Seis algarismos. Sem o celular, use um dos seus códigos de recuperação."
          autocomplete="one-time-code"
          maxLength={30}
          width="medium"
          error={errorOf(problems, 'codigo')}
        />
        <FormActions>
          <Button kind="primary">Entrar</Button>
        </FormActions>
      </Form>
      <p>
        <Link href="/entrar">Começar de novo</Link>
      </p>
    </PlainShell>
  )
}
