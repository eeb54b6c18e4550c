import type { VNode } from 'preact'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Card,
  CheckboxList,
  type Choice,
  type Crumb,
  errorOf,
  Form,
  FormActions,
  type FormError,
  LinkButton,
  Message,
  type PageContext,
  Shell,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import { type GroupChoice, GroupPicker } from '../../groups/index.ts'
import { SenderField } from '../emails/email.page.tsx'

export interface CircularTyped {
  readonly search: string
  readonly contacts: readonly string[]
  readonly documents: readonly string[]
  readonly sender: string
  readonly subject: string
  readonly message: string
}

export interface CircularPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly breadcrumb: readonly Crumb[]
  readonly label: string
  readonly action: string
  readonly backHref: string
  readonly bundleHrefs: readonly { readonly number: string; readonly href: string }[]
  /** Why no document can be made of it now. */
  readonly obstacles: readonly string[]
  readonly contacts: readonly Choice[]
  /** Groups of contacts. */
  readonly groups: readonly GroupChoice[]
  readonly addressed: readonly Choice[]
  readonly senders: readonly string[]
  readonly unitAcronym: string
  readonly typed: CircularTyped
  readonly problems: readonly FormError[]
  readonly result?: VNode | undefined
}

/** The addressees of a base: those who get a document, and the sending of what is signed. */
export function CircularPage(props: CircularPageProps) {
  const problems = props.problems.map(({ field, message }) => ({ field: field ?? '', message }))
  return (
    <Shell
      page={props.page}
      title={`Circular: ${props.label}`}
      width="text"
      breadcrumb={props.breadcrumb}
      hasErrors={problems.length > 0}
      lead="Cada destinatário recebe um documento seu, feito a partir deste. A base não é assinada."
    >
      {props.result ?? null}
      {props.addressed.length > 0 ? <SendingForm {...props} problems={problems} /> : null}
      {props.obstacles.length > 0 ? (
        <Message kind="info" title="Não é possível gerar documentos agora">
          {props.obstacles.map((one) => (
            <p key={one}>{one}</p>
          ))}
        </Message>
      ) : (
        <AddresseesForm {...props} problems={problems} />
      )}
      <p>
        <LinkButton kind="quiet" href={props.backHref}>
          Voltar ao documento
        </LinkButton>
      </p>
    </Shell>
  )
}

type PartProps = Omit<CircularPageProps, 'problems'> & {
  readonly problems: readonly { readonly field: string; readonly message: string }[]
}

function AddresseesForm({ formKeys, action, contacts, groups, typed, problems }: PartProps) {
  // A search brings the page anew: it goes on with what was found, or with other words.
  const searched = typed.search !== '' && problems.length === 0
  const found = searched ? contacts.find(({ value }) => !typed.contacts.includes(value)) : undefined
  return (
    <Card title="Gerar documentos" icon="people" id="gerar">
      <Form {...formKeys} action={action} id="destinatarios" errors={problems}>
        <TextField
          name="busca"
          label="Procurar contatos"
          hint="Nome, CPF ou CNPJ. Os que estiverem marcados continuam marcados."
          maxLength={200}
          value={typed.search}
          focused={searched && !found}
          error={errorOf(problems, 'busca')}
        />
        <p>
          <Button name="ato" value="procurar" icon="search">
            Procurar
          </Button>
        </p>
        <GroupPicker groups={groups} label="Ou os contatos de um grupo" error={errorOf(problems, 'grupo_de_destino')} />
        {contacts.length > 0 ? (
          <CheckboxList
            name="contato"
            label="Destinatários"
            options={contacts.map((one) => ({ ...one, focused: one === found }))}
            values={[...typed.contacts]}
            error={errorOf(problems, 'contato')}
          />
        ) : null}
        <FormActions>
          <Button kind="primary" icon="document" name="ato" value="gerar">
            Gerar um documento para cada um
          </Button>
        </FormActions>
      </Form>
    </Card>
  )
}

function SendingForm(props: PartProps) {
  const { formKeys, action, addressed, senders, typed, problems } = props
  return (
    <Card
      title="Documentos dos destinatários"
      icon="mail"
      id="enviar"
      actions={props.bundleHrefs.map(({ number, href }) => (
        <LinkButton key={number} href={href} icon="bundle" small>
          {`Bloco de assinatura ${number}`}
        </LinkButton>
      ))}
    >
      <Form {...formKeys} action={`${action}/envio`} id="envio">
        <CheckboxList
          name="documento"
          label="Enviar a"
          options={addressed}
          values={[...typed.documents]}
          error={errorOf(problems, 'documento')}
        />
        {senders.length === 0 ? (
          <Message kind="warning" title={`A unidade ${props.unitAcronym} não tem e-mail cadastrado`}>
            <p>Sem ele os documentos não são enviados por correio eletrônico.</p>
          </Message>
        ) : (
          <>
            <SenderField senders={senders} value={typed.sender} problems={problems} />
            <TextField
              name="assunto"
              label="Assunto"
              required
              maxLength={200}
              width="full"
              value={typed.subject}
              error={errorOf(problems, 'assunto')}
            />
            <TextArea
              name="mensagem"
              label="Mensagem"
              rows={6}
              required
              maxLength={20_000}
              width="full"
              value={typed.message}
              error={errorOf(problems, 'mensagem')}
            />
            <FormActions>
              <Button kind="primary" icon="send">
                Enviar por correio eletrônico
              </Button>
            </FormActions>
          </>
        )}
      </Form>
    </Card>
  )
}
