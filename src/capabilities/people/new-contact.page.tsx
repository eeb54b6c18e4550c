import type { FieldProblem } from '../../platform/form-fields.ts'
import type { FormKeys } from '../../platform/form-keys.ts'
import {
  Button,
  errorOf,
  Form,
  FormActions,
  LinkButton,
  type PageContext,
  RadioGroup,
  Shell,
  TextField,
} from '../../ui/index.ts'
import type { ContactTyped } from './new-contact.form.ts'

interface NewContactProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly deskHref: string
  readonly contactsHref: string
  readonly typed: ContactTyped
  readonly problems: readonly FieldProblem[]
}

export function NewContactPage({ page, formKeys, deskHref, contactsHref, typed, problems }: NewContactProps) {
  return (
    <Shell
      page={page}
      title="Novo contato"
      width="text"
      hasErrors={problems.length > 0}
      breadcrumb={[
        { label: 'Mesa', href: deskHref },
        { label: 'Contatos', href: contactsHref },
        { label: 'Novo contato' },
      ]}
    >
      <Form {...formKeys} action={contactsHref} errors={problems}>
        <RadioGroup
          name="natureza"
          label="Natureza"
          inline
          required
          value={typed.kind}
          error={errorOf(problems, 'natureza')}
          options={[
            { value: 'person', label: 'Pessoa física' },
            { value: 'organization', label: 'Pessoa jurídica' },
          ]}
        />
        <NameField {...{ typed, problems }} />
        <TextField
          name="cpf_ou_cnpj"
          label="CPF ou CNPJ"
          hint="Evita cadastros repetidos. O CPF só aparece mascarado nas listas."
          value={typed.document}
          maxLength={20}
          width="medium"
          error={errorOf(problems, 'cpf_ou_cnpj')}
        />
        <ReachFields {...{ typed, problems }} />
        <FormActions>
          <Button kind="primary">Cadastrar contato</Button>
          <LinkButton kind="quiet" href={contactsHref}>
            Voltar aos contatos
          </LinkButton>
        </FormActions>
      </Form>
    </Shell>
  )
}

type FieldsProps = Pick<NewContactProps, 'typed' | 'problems'>

export function NameField({ typed, problems }: FieldsProps) {
  return (
    <TextField name="nome" label="Nome" required value={typed.name} maxLength={250} error={errorOf(problems, 'nome')} />
  )
}

/** Where the contact is reached. */
export function ReachFields({ typed, problems }: FieldsProps) {
  return (
    <>
      <TextField
        name="email"
        label="E-mail"
        type="email"
        value={typed.email}
        maxLength={254}
        width="long"
        error={errorOf(problems, 'email')}
      />
      <TextField
        name="telefone"
        label="Telefone"
        type="tel"
        value={typed.phone}
        maxLength={60}
        width="medium"
        error={errorOf(problems, 'telefone')}
      />
      <TextField
        name="municipio"
        label="Município"
        value={typed.city}
        maxLength={120}
        width="long"
        error={errorOf(problems, 'municipio')}
      />
    </>
  )
}
