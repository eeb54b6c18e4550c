import type { FieldProblem } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  errorOf,
  Form,
  FormActions,
  Link,
  LinkButton,
  type PageContext,
  PlainShell,
  Select,
  TextField,
} from '../../../ui/index.ts'
import { NewPasswordFields } from '../new-password-fields.page.tsx'

interface AskProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly typed: { readonly login: string; readonly agencyId: string }
  readonly agencies: readonly { readonly id: string; readonly label: string }[]
  readonly problems: readonly FieldProblem[]
}

export function ForgottenPasswordPage({ page, formKeys, typed, agencies, problems }: AskProps) {
  return (
    <PlainShell page={page} title="Esqueci a senha" hasErrors={problems.length > 0}>
      <p>Enviamos ao seu e-mail um endereço para escolher outra senha.</p>
      <Form {...formKeys} action="/esqueci-a-senha" errors={problems}>
        {agencies.length > 1 ? (
          <Select
            name="orgao"
            label="Órgão"
            value={typed.agencyId}
            emptyLabel="Qualquer órgão"
            options={agencies.map(({ id, label }) => ({ value: id, label }))}
          />
        ) : null}
        <TextField
          name="usuario"
          label="Usuário"
          value={typed.login}
          autocomplete="username"
          maxLength={100}
          error={errorOf(problems, 'usuario')}
        />
        <FormActions>
          <Button kind="primary">Enviar o endereço</Button>
          <LinkButton kind="quiet" href="/entrar">
            Voltar
          </LinkButton>
        </FormActions>
      </Form>
    </PlainShell>
  )
}

/** The same whether or not there is anybody of that login. */
export function LinkSentPage({ page }: { page: PageContext }) {
  return (
    <PlainShell page={page} title="Confira o seu e-mail">
      <p>
        Se houver uma conta com esse usuário e um e-mail cadastrado, enviamos a ele um endereço para escolher outra
        senha. Ele vale 60 minutos e uma só vez.
      </p>
      <p>Não chegou? Confira a caixa de mensagens indesejadas ou fale com quem administra o sistema no seu órgão.</p>
      <p>
        <Link href="/entrar">Voltar à página de entrada</Link>
      </p>
    </PlainShell>
  )
}

interface NewPasswordProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly token: string
  readonly person: { readonly name: string; readonly login: string }
  readonly problems: readonly FieldProblem[]
}

export function NewPasswordPage({ page, formKeys, token, person, problems }: NewPasswordProps) {
  return (
    <PlainShell page={page} title="Nova senha" hasErrors={problems.length > 0}>
      <p>
        {person.name}, usuário <strong>{person.login}</strong>. Ao salvar, as sessões abertas em outros lugares
        terminam.
      </p>
      <Form {...formKeys} action={`/nova-senha/${token}`} errors={problems}>
        <input type="hidden" name="usuario" value={person.login} autocomplete="username" />
        <NewPasswordFields problems={problems} />
        <FormActions>
          <Button kind="primary">Salvar a nova senha</Button>
        </FormActions>
      </Form>
    </PlainShell>
  )
}

/** A link that never was, was used, or is too old: all the same. */
export function LinkOverPage({ page, again }: { page: PageContext; again?: { href: string; label: string } }) {
  return (
    <PlainShell page={page} title="Este endereço não vale mais">
      <p>Ele funciona uma só vez e por pouco tempo. Confira se foi copiado por inteiro ou peça outro.</p>
      {again ? (
        <p>
          <LinkButton kind="primary" href={again.href}>
            {again.label}
          </LinkButton>
        </p>
      ) : null}
    </PlainShell>
  )
}
