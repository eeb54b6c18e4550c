import { ActResultMessage } from '../../platform/act-results/act-result-message.tsx'
import type { ActResult } from '../../platform/act-results/index.ts'
import type { FieldProblem } from '../../platform/form-fields.ts'
import type { FormKeys } from '../../platform/form-keys.ts'
import {
  Button,
  ConfirmPage,
  DescriptionList,
  Form,
  FormActions,
  LinkButton,
  type PageContext,
  Shell,
} from '../../ui/index.ts'
import type { Contact } from './contact.ts'
import { identifierOf } from './contacts.text.ts'
import type { ContactTyped } from './new-contact.form.ts'
import { NameField, ReachFields } from './new-contact.page.tsx'

interface ChangeContactProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly deskHref: string
  readonly contactsHref: string
  readonly contact: Contact
  readonly typed: ContactTyped
  readonly problems: readonly FieldProblem[]
  readonly result?: ActResult | undefined
}

/** A contact, changed. Its CPF or CNPJ says who it is: that stays. */
export function ChangeContactPage(props: ChangeContactProps) {
  const { page, formKeys, contactsHref, contact, typed, problems } = props
  const here = `${contactsHref}/${contact.id}`
  return (
    <Shell
      page={page}
      title={contact.name}
      width="text"
      hasErrors={problems.length > 0}
      breadcrumb={[...crumbs(props), { label: contact.name }]}
      headingActions={
        <>
          <LinkButton href={`${here}/alteracoes`} icon="history">
            Histórico
          </LinkButton>
          <LinkButton href={`${here}/${noun(contact)}`} icon={contact.active ? 'cancel' : 'reopen'}>
            {contact.active ? 'Desativar' : 'Reativar'}
          </LinkButton>
        </>
      }
    >
      <ActResultMessage result={props.result} />
      <DescriptionList
        items={[
          { term: 'Natureza', description: contact.kind === 'person' ? 'Pessoa física' : 'Pessoa jurídica' },
          { term: 'CPF ou CNPJ', description: identifierOf(contact) || 'Não informado' },
        ]}
      />
      <p class="secondary">
        O CPF ou o CNPJ diz quem é o contato e não muda. Se está errado, cadastre outro contato e desative este.
      </p>
      <Form {...formKeys} action={here} errors={problems}>
        <NameField {...{ typed, problems }} />
        <ReachFields {...{ typed, problems }} />
        <FormActions>
          <Button kind="primary">Salvar</Button>
          <LinkButton kind="quiet" href={contactsHref}>
            Voltar aos contatos
          </LinkButton>
        </FormActions>
      </Form>
    </Shell>
  )
}

/** Asks before a contact goes out of use, or comes back. */
export function ContactConfirmPage(props: Omit<ChangeContactProps, 'typed' | 'problems' | 'result'>) {
  const { page, formKeys, contactsHref, contact } = props
  const verb = contact.active ? 'Desativar' : 'Reativar'
  const here = `${contactsHref}/${contact.id}`
  return (
    <ConfirmPage
      page={page}
      title={`${verb} o contato ${contact.name}?`}
      breadcrumb={[...crumbs(props), { label: contact.name, href: here }, { label: verb }]}
      consequences={
        contact.active
          ? [
              'O contato não é mais oferecido para novos processos.',
              'Onde já é interessado, continua. Isto pode ser desfeito depois.',
            ]
          : ['O contato volta a ser oferecido a partir de agora.']
      }
      action={`${here}/${noun(contact)}`}
      idempotencyKey={formKeys.idempotencyKey}
      confirmLabel={verb}
      cancelHref={here}
    />
  )
}

function crumbs({ deskHref, contactsHref }: Pick<ChangeContactProps, 'deskHref' | 'contactsHref'>) {
  return [
    { label: 'Mesa', href: deskHref },
    { label: 'Contatos', href: contactsHref },
  ]
}

function noun({ active }: Contact): 'desativacao' | 'reativacao' {
  return active ? 'desativacao' : 'reativacao'
}
