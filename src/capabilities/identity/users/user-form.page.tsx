import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import { Button, Form, FormActions, LinkButton, type PageContext, Select, TextField } from '../../../ui/index.ts'
import { AdministrationPage, adminHref, bindFields } from '../../organization/index.ts'

interface UserFormProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly path: string
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
  /** For a new person: the agencies to choose from. */
  readonly agencies?: readonly { readonly id: string; readonly acronym: string; readonly name: string }[]
}

export function UserForm({ page, formKeys, path, fields, problems, agencies }: UserFormProps) {
  const bound = bindFields(fields, problems)
  return (
    <Form {...formKeys} action={adminHref(page, path)} errors={problems}>
      {agencies ? (
        <Select
          {...bound.text('orgao')}
          label="Órgão"
          required
          emptyLabel={agencies.length > 1 ? 'Escolha…' : undefined}
          options={agencies.map(({ id, acronym, name }) => ({ value: id, label: `${acronym} – ${name}` }))}
        />
      ) : null}
      <TextField {...bound.text('nome')} label="Nome" required maxLength={150} autocomplete="off" />
      <TextField
        {...bound.text('nome_social')}
        label="Nome social"
        hint="Preenchido, é o que aparece nas telas e nas assinaturas."
        maxLength={150}
        autocomplete="off"
      />
      <TextField
        {...bound.text('usuario')}
        label="Usuário"
        hint="Com ele a pessoa entra. Exemplo: ana.souza"
        required
        maxLength={100}
        width="medium"
        autocomplete="off"
      />
      <TextField
        {...bound.text('cpf')}
        label="CPF"
        inputMode="numeric"
        maxLength={20}
        width="medium"
        autocomplete="off"
      />
      <TextField
        {...bound.text('email')}
        label="E-mail"
        hint="Recebe o endereço para trocar a senha esquecida."
        type="email"
        maxLength={254}
        autocomplete="off"
      />
      <FormActions>
        <Button kind="primary">Salvar</Button>
        <LinkButton kind="quiet" href={adminHref(page, '/usuarios')}>
          Voltar aos usuários
        </LinkButton>
      </FormActions>
    </Form>
  )
}

export function NewUserPage(props: Omit<UserFormProps, 'path'>) {
  return (
    <AdministrationPage
      page={props.page}
      title="Novo usuário"
      trail={[{ label: 'Usuários', path: '/usuarios' }]}
      lead="Depois de salvar, conceda as permissões e gere o endereço com que a pessoa cria a senha."
      width="text"
      hasErrors={props.problems.length > 0}
    >
      <UserForm {...props} path="/usuarios" />
    </AdministrationPage>
  )
}
