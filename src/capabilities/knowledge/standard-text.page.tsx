import type { FieldProblem } from '../../platform/form-fields.ts'
import type { FormKeys } from '../../platform/form-keys.ts'
import { VARIABLES } from '../../rich-text/index.ts'
import {
  Button,
  type Crumb,
  DateTime,
  DescriptionList,
  Details,
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
  TextArea,
  TextField,
} from '../../ui/index.ts'
import type { StandardTextTyped } from './standard-text.form.ts'

export interface StandardTextsPageProps {
  readonly page: PageContext
  readonly breadcrumb: readonly Crumb[]
  readonly unit: string
  readonly texts: readonly {
    readonly id: string
    readonly name: string
    readonly changedAt: Date
    readonly changedBy: string
  }[]
  readonly newHref: string
  readonly hrefOf: (id: string) => string
  readonly deletionHrefOf: (id: string) => string
  readonly flash?: Flash | undefined
}

/** The standard texts that the unit keeps. */
export function StandardTextsPage(props: StandardTextsPageProps) {
  const newText = (
    <LinkButton kind="primary" icon="plus" href={props.newHref}>
      Novo texto padrão
    </LinkButton>
  )
  return (
    <Shell
      page={props.page}
      title="Textos padrão"
      breadcrumb={props.breadcrumb}
      flash={props.flash}
      headingActions={props.texts.length > 0 ? newText : undefined}
      lead={<p>Textos que a unidade {props.unit} usa para começar documentos ou inserir no editor.</p>}
    >
      {props.texts.length > 10 ? (
        <SearchField name="filtro" label="Filtrar textos" placeholder="Nome do texto" filterOf="textos" />
      ) : null}
      <Table
        id="textos"
        caption="Textos padrão da unidade"
        captionHidden
        rows={props.texts}
        rowKey={({ id }) => id}
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
            cell: ({ id, name }) => <Link href={props.hrefOf(id)}>{name}</Link>,
          },
          { key: 'alterado', header: 'Alterado em', cell: ({ changedAt }) => <DateTime value={changedAt} /> },
          { key: 'por', header: 'Por', cell: ({ changedBy }) => changedBy },
          {
            key: 'excluir',
            header: 'Excluir',
            headerHidden: true,
            width: 'narrow',
            cell: ({ id, name }) => (
              <LinkButton small kind="quiet" icon="remove" href={props.deletionHrefOf(id)}>
                Excluir<span class="visually-hidden"> {name}</span>
              </LinkButton>
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
        <Details summary="Variáveis que podem ser usadas">
          <DescriptionList
            items={Object.entries(VARIABLES).map(([name, label]) => ({ term: `@${name}@`, description: label }))}
          />
        </Details>
        <FormActions>
          <Button kind="primary" icon="check">
            Salvar texto padrão
          </Button>
          <LinkButton kind="quiet" href={props.backHref}>
            Voltar à lista
          </LinkButton>
        </FormActions>
      </Form>
    </Shell>
  )
}
