import type { FieldProblem } from '../../platform/form-fields.ts'
import type { FormKeys } from '../../platform/form-keys.ts'
import {
  Button,
  errorOf,
  type Flash,
  Form,
  FormActions,
  Link,
  LinkButton,
  type PageContext,
  PasswordField,
  PlainShell,
  Select,
  TextField,
} from '../../ui/index.ts'
import type { DemoPerson } from './demo-person.ts'
import type { SignInTyped } from './sign-in.form.ts'

export interface SignInPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly typed: SignInTyped
  readonly problems: readonly FieldProblem[]
  /** Asked only where there is more than one (EST-002). */
  readonly agencies: readonly { readonly id: string; readonly label: string }[]
  /** What was just done, e.g. a password changed. */
  readonly notice: Flash | undefined
  readonly demo: readonly DemoPerson[]
  /** Name of the provider by which one may enter besides, such as gov.br. */
  readonly providerName: string | undefined
}

export function SignInPage(props: SignInPageProps) {
  const { page, typed, problems } = props
  const fresh = problems.length === 0 && !props.notice
  return (
    <PlainShell
      page={page}
      title="Entrar"
      flash={props.notice}
      hasErrors={problems.length > 0}
      aside={props.demo.length > 0 ? <DemoPeople {...props} /> : undefined}
    >
      <Form {...props.formKeys} action="/entrar" errors={problems}>
        <input type="hidden" name="depois" value={typed.next} />
        {props.agencies.length > 1 ? (
          <Select
            name="orgao"
            label="Órgão"
            value={typed.agencyId}
            options={[
              { value: '', label: 'Qualquer órgão' },
              ...props.agencies.map(({ id, label }) => ({ value: id, label })),
            ]}
          />
        ) : null}
        <TextField
          name="usuario"
          label="Usuário"
          value={typed.login}
          focused={fresh}
          autocomplete="username"
          error={errorOf(problems, 'usuario')}
        />
        <PasswordField name="senha" label="Senha" error={errorOf(problems, 'senha')} />
        <FormActions>
          <Button kind="primary">Entrar</Button>
        </FormActions>
      </Form>
      {props.providerName === undefined ? null : (
        <FormActions>
          <LinkButton
            href={`/entrar/conta${typed.next ? `?depois=${encodeURIComponent(typed.next)}` : ''}`}
            icon="shield"
          >
            Entrar com {props.providerName}
          </LinkButton>
        </FormActions>
      )}
      <p>
        <Link href="/esqueci-a-senha">Esqueci a senha</Link>
      </p>
    </PlainShell>
  )
}

function DemoPeople({ demo, formKeys, typed }: SignInPageProps) {
  return (
    <section>
      <h2>Entrar na demonstração</h2>
      <p>Escolha uma pessoa. Os nomes e os processos são inventados.</p>
      <Form {...formKeys} action="/entrar/demonstracao">
        <input type="hidden" name="depois" value={typed.next} />
        <ul class="demo-people">
          {demo.map((person) => (
            <li key={person.login}>
              <Button name="usuario" value={person.login}>
                {person.name}
              </Button>
              <span class="demo-people__role">
                {person.role} · {person.unit}
              </span>
            </li>
          ))}
        </ul>
      </Form>
    </section>
  )
}
