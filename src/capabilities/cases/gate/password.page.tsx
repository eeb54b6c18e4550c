import type { FieldProblem } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  errorOf,
  Form,
  FormActions,
  LinkButton,
  type PageContext,
  PasswordField,
  Shell,
} from '../../../ui/index.ts'

interface PasswordPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly deskHref: string
  readonly action: string
  /** Where to go on. */
  readonly next: string
  readonly problems: readonly FieldProblem[]
}

/** Asks for the password before a confidential case file is opened. It names nothing of it: the holder knows. */
export function PasswordPage({ page, formKeys, deskHref, action, next, problems }: PasswordPageProps) {
  return (
    <Shell
      page={page}
      title="Processo sigiloso"
      width="text"
      hasErrors={problems.length > 0}
      breadcrumb={[{ label: 'Mesa', href: deskHref }, { label: 'Processo sigiloso' }]}
      lead="Digite a sua senha para abrir o processo. Ele fica aberto nesta sessão por 30 minutos."
    >
      <Form {...formKeys} action={action} errors={problems}>
        <input type="hidden" name="depois" value={next} />
        <PasswordField
          name="senha"
          label="Senha"
          required
          focused={problems.length === 0}
          error={errorOf(problems, 'senha')}
        />
        <FormActions>
          <Button kind="primary" icon="lockOpen">
            Abrir processo
          </Button>
          <LinkButton kind="quiet" href={deskHref}>
            Voltar à mesa
          </LinkButton>
        </FormActions>
      </Form>
    </Shell>
  )
}
