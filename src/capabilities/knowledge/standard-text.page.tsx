import type { FieldProblem } from '../../platform/form-fields.ts'
import type { FormKeys } from '../../platform/form-keys.ts'
import {
  Button,
  type Crumb,
  DateTime,
  EmptyState,
  errorOf,
  type Flash,
  Form,
  FormActions,
  Link,
  LinkButton,
  type PageContext,
  SearchField,
  Shell,
  Table,
  Tag,
  TextArea,
  TextField,
} from '../../ui/index.ts'
import { GroupForm, type GroupFormProps } from './groups/group-form.page.tsx'
import type { StandardTextTyped } from './standard-text.form.ts'
import { TextHelp } from './text-help.page.tsx'
import type { TextToShow } from './texts-of-unit.ts'

export interface StandardTextsPageProps {
  readonly page: PageContext
  readonly breadcrumb: readonly Crumb[]
  readonly unit: string
  readonly texts: readonly TextToShow[]
  readonly href: (path: string) => string
  /** Whether this person distributes texts to units. */
  readonly distributes: boolean
  readonly flash?: Flash | undefined
}

/** The standard texts of the unit and those that the institution distributes to it. */
export function StandardTextsPage(props: StandardTextsPageProps) {
  const { href, texts } = props
  const newText = (
    <LinkButton kind="primary" icon="plus" href={href('/textos-padrao/novo')}>
      Novo texto padrão
    </LinkButton>
  )
  return (
    <Shell
      page={props.page}
      title="Textos padrão"
      breadcrumb={props.breadcrumb}
      flash={props.flash}
      headingActions={
        <>
          {texts.length > 0 ? newText : null}
          <LinkButton icon="star" href={href('/textos-padrao/grupos')}>
            Grupos
          </LinkButton>
          {props.distributes ? (
            <LinkButton icon="send" href={href('/textos-institucionais')}>
              Textos institucionais
            </LinkButton>
          ) : null}
        </>
      }
      lead={<p>Textos que a unidade {props.unit} usa para começar documentos ou inserir no editor.</p>}
    >
      {texts.length > 10 ? (
        <SearchField name="filtro" label="Filtrar textos" placeholder="Nome do texto" filterOf="textos" />
      ) : null}
      <Table
        id="textos"
        caption="Textos padrão da unidade"
        captionHidden
        rows={texts}
        rowKey={({ key }) => key}
        rowTone={({ news }) => (news ? 'new' : undefined)}
        empty={
          <EmptyState title="A unidade ainda não tem textos padrão" icon="note" action={newText}>
            Guarde aqui o que se escreve sempre igual; nomes entre arrobas são preenchidos em cada documento.
          </EmptyState>
        }
        columns={[
          {
            key: 'nome',
            header: 'Nome',
            rowHeader: true,
            width: 'wide',
            cell: ({ path, name }) => <Link href={href(path)}>{name}</Link>,
          },
          {
            key: 'novidade',
            header: 'Novidade',
            cell: ({ name, news, newsPath }) => {
              if (!news) return ''
              return newsPath ? (
                <LinkButton small kind="quiet" icon="bell" href={href(newsPath)}>
                  {news}
                  <span class="visually-hidden"> de {name}</span>
                </LinkButton>
              ) : (
                <Tag tone="warning" icon="bell">
                  {news}
                </Tag>
              )
            },
          },
          {
            key: 'origem',
            header: 'Origem',
            cell: ({ origin, institutional }) =>
              institutional ? (
                <>
                  <Tag tone="info" icon="book">
                    institucional
                  </Tag>{' '}
                  {origin}
                </>
              ) : (
                origin
              ),
          },
          { key: 'grupo', header: 'Grupo', cell: ({ groupName }) => groupName ?? 'Nenhum' },
          { key: 'alterado', header: 'Alterado em', cell: ({ changedAt }) => <DateTime value={changedAt} /> },
          { key: 'por', header: 'Por', cell: ({ changedBy }) => changedBy },
          {
            key: 'excluir',
            header: 'Excluir',
            headerHidden: true,
            width: 'narrow',
            cell: ({ name, deletionPath }) =>
              deletionPath ? (
                <LinkButton small kind="quiet" icon="remove" href={href(deletionPath)}>
                  Excluir<span class="visually-hidden"> {name}</span>
                </LinkButton>
              ) : (
                ''
              ),
          },
        ]}
      />
    </Shell>
  )
}

export interface StandardTextPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly breadcrumb: readonly Crumb[]
  readonly title: string
  readonly typed: StandardTextTyped
  readonly problems: readonly FieldProblem[]
  readonly action: string
  readonly backHref: string
  /** Of a text that is there. */
  readonly group?: GroupFormProps | undefined
  readonly flash?: Flash | undefined
}

/** One standard text, written as plain text with light marks. */
export function StandardTextPage(props: StandardTextPageProps) {
  const { typed, problems } = props
  return (
    <Shell
      page={props.page}
      title={props.title}
      breadcrumb={props.breadcrumb}
      width="text"
      hasErrors={problems.length > 0}
      flash={props.flash}
    >
      <Form {...props.formKeys} action={props.action} errors={problems}>
        <TextField
          name="nome"
          label="Nome"
          required
          maxLength={100}
          value={typed.name}
          error={errorOf(problems, 'nome')}
        />
        <TextArea
          name="texto"
          label="Texto"
          required
          hint="Uma linha em branco separa parágrafos; **negrito**, *itálico*, - lista, 1. lista numerada."
          rows={16}
          value={typed.text}
          error={errorOf(problems, 'texto')}
        />
        <TextHelp />
        <FormActions>
          <Button kind="primary" icon="check">
            Salvar texto padrão
          </Button>
          <LinkButton kind="quiet" href={props.backHref}>
            Voltar à lista
          </LinkButton>
        </FormActions>
      </Form>
      {props.group ? <GroupForm {...props.group} /> : null}
    </Shell>
  )
}
