import type { ActResult } from '../../platform/act-results/index.ts'
import type { FieldProblem, FormFields } from '../../platform/form-fields.ts'
import type { FormKeys } from '../../platform/form-keys.ts'
import { fillMail, type MailWords } from '../../platform/outbox/index.ts'
import {
  Button,
  Card,
  Checkbox,
  DateTime,
  DescriptionList,
  Form,
  FormActions,
  formatCount,
  Link,
  LinkButton,
  type PageContext,
  Stack,
  Table,
  Tag,
  TextArea,
  TextField,
} from '../../ui/index.ts'
import { AdministrationPage, adminHref, bindFields, ChangesCard } from '../organization/index.ts'
import { isOriginal } from './keep-templates.ts'
import type { MailTemplate } from './template.ts'

export const trailToTemplates = [{ label: 'E-mails do sistema', path: '/emails' }] as const

interface TemplatesPageProps {
  readonly page: PageContext
  readonly templates: readonly MailTemplate[]
  readonly result: ActResult | undefined
}

/** All the e-mails that the system writes by itself. */
export function TemplatesPage({ page, templates, result }: TemplatesPageProps) {
  return (
    <AdministrationPage
      page={page}
      title="E-mails do sistema"
      lead="As mensagens que o sistema escreve sozinho. O texto e o remetente se mudam; tipos de mensagem não se criam nem se excluem."
      result={result}
    >
      <Table<MailTemplate>
        id="emails"
        caption={formatCount(templates.length, 'tipo de mensagem', 'tipos de mensagem')}
        rows={templates}
        rowKey={({ kind }) => kind.name}
        rowTone={({ off }) => (off ? 'muted' : undefined)}
        columns={[
          {
            key: 'tipo',
            header: 'Mensagem',
            rowHeader: true,
            cell: ({ kind }) => <Link href={adminHref(page, `/emails/${kind.name}`)}>{kind.title}</Link>,
          },
          { key: 'quando', header: 'Quando vai', width: 'wide', cell: ({ kind }) => kind.about },
          { key: 'texto', header: 'Texto', cell: (one) => (isOriginal(one) ? 'Original' : 'Alterado') },
          { key: 'situacao', header: 'Situação', cell: (one) => <SendingTag off={one.off} /> },
        ]}
      />
    </AdministrationPage>
  )
}

function SendingTag({ off }: { readonly off: boolean }) {
  return off ? <Tag tone="warning">Não é enviado</Tag> : <Tag tone="success">É enviado</Tag>
}

interface TemplatePageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly template: MailTemplate
  /** The installation's own sender. */
  readonly ownSender: string
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
  /** Words to be shown with the examples in them. */
  readonly shown: MailWords
  readonly result?: ActResult | undefined
}

/** One kind of mail: what it says now, what it may say, and how that looks. */
export function TemplatePage(props: TemplatePageProps) {
  const { page, template, problems } = props
  const { kind } = template
  return (
    <AdministrationPage
      page={page}
      title={kind.title}
      lead={kind.about}
      trail={trailToTemplates}
      result={props.result}
      hasErrors={problems.length > 0}
    >
      <Stack gap="large">
        <WordsForm {...props} />
        <Preview kind={kind} shown={props.shown} />
        {template.id === undefined ? null : <ChangesCard page={page} recordPath={`/emails/${kind.name}`} />}
      </Stack>
    </AdministrationPage>
  )
}

function WordsForm({ page, formKeys, template, ownSender, fields, problems }: TemplatePageProps) {
  const { kind } = template
  const bound = bindFields(fields, problems)
  return (
    <Card title="Texto">
      <Form {...formKeys} action={adminHref(page, `/emails/${kind.name}`)} errors={problems}>
        {kind.mayBeOff ? (
          <Checkbox
            {...bound.flag('enviar')}
            label="Enviar estas mensagens"
            hint="Desmarcado, o sistema deixa de enviá-las a todos."
          />
        ) : (
          <p>Esta mensagem é sempre enviada: sem ela ninguém recupera o acesso.</p>
        )}
        <TextField
          {...bound.text('remetente')}
          label="Remetente"
          hint={`Vazio: ${ownSender}, o da instalação. O servidor de correio precisa aceitar o endereço.`}
          maxLength={320}
          width="long"
        />
        <TextField {...bound.text('assunto')} label="Assunto" required maxLength={200} width="full" />
        <TextArea
          {...bound.text('mensagem')}
          label="Mensagem"
          hint="Texto simples, sem formatação. As variáveis estão na lista abaixo, entre arrobas."
          required
          rows={12}
          maxLength={10_000}
          width="full"
        />
        <h3>Variáveis desta mensagem</h3>
        <DescriptionList
          items={Object.entries(kind.variables).map(([name, { about }]) => ({
            term: `@${name}@`,
            description: kind.needs.includes(name) ? `${about}. Não pode faltar na mensagem.` : about,
          }))}
        />
        <FormActions>
          <Button kind="primary">Salvar</Button>
          <Button name="ato" value="exemplo" icon="eye">
            Ver com exemplos, sem salvar
          </Button>
          {isOriginal(template) ? null : (
            <LinkButton href={adminHref(page, `/emails/${kind.name}/original`)} icon="undo">
              Voltar ao texto original
            </LinkButton>
          )}
        </FormActions>
        {template.changedAt ? (
          <p class="secondary">
            Alterado <DateTime value={template.changedAt} now={page.now} />, por {template.changedBy}.
          </p>
        ) : null}
      </Form>
    </Card>
  )
}

function Preview({ kind, shown }: Pick<MailTemplate, 'kind'> & { readonly shown: MailWords }) {
  const examples = Object.fromEntries(Object.entries(kind.variables).map(([name, { example }]) => [name, example]))
  const { subject, body } = fillMail(shown, examples)
  return (
    <Card title="Como chega, com dados de exemplo" icon="mail" id="exemplo">
      <p>
        <strong>{subject}</strong>
      </p>
      <pre class="mail-preview">{body}</pre>
    </Card>
  )
}
