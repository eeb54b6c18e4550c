import type { FieldProblem } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Card,
  EmptyState,
  errorOf,
  type Flash,
  Form,
  FormActions,
  formatCount,
  Link,
  LinkButton,
  type PageContext,
  Shell,
  Table,
  TextField,
} from '../../../ui/index.ts'
import type { WatchlistRow } from './watchlists.queries.ts'

interface GroupPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly href: (path: string) => string
  readonly typed: string
  readonly problems: readonly FieldProblem[]
}

const title = 'Grupos de acompanhamento'

/** The groups into which the unit sorts what it follows. */
export function GroupsPage(
  props: GroupPageProps & { readonly watchlists: readonly WatchlistRow[]; readonly flash: Flash | undefined },
) {
  const { page, href, watchlists, problems } = props
  return (
    <Shell
      page={page}
      title={title}
      width="text"
      flash={props.flash}
      hasErrors={problems.length > 0}
      breadcrumb={[...crumbs(href), { label: 'Grupos' }]}
    >
      <Table
        id="grupos"
        caption="Grupos da unidade"
        captionHidden
        rows={watchlists}
        rowKey={({ id }) => id}
        empty={<EmptyState title="A unidade ainda não tem grupos" icon="layers" />}
        columns={[
          {
            key: 'nome',
            header: 'Grupo',
            rowHeader: true,
            width: 'wide',
            cell: ({ id, name }) => <Link href={href(`/acompanhamentos/grupos/${id}`)}>{name}</Link>,
          },
          {
            key: 'processos',
            header: 'Processos',
            cell: ({ id, count }) => (
              <Link href={href(`/acompanhamentos?grupo=${id}`)}>
                {formatCount(count, 'processo', 'processos', 'nenhum processo')}
              </Link>
            ),
          },
        ]}
      />
      <Card title="Novo grupo" icon="plus">
        <Form {...props.formKeys} action={href('/acompanhamentos/grupos')} errors={problems}>
          <NameField {...props} />
          <FormActions>
            <Button kind="primary" icon="plus">
              Criar grupo
            </Button>
          </FormActions>
        </Form>
      </Card>
    </Shell>
  )
}

/** One group: its name, and its end once it is empty. */
export function GroupPage(props: GroupPageProps & { readonly watchlist: WatchlistRow }) {
  const { page, formKeys, href, watchlist, problems } = props
  const here = href(`/acompanhamentos/grupos/${watchlist.id}`)
  return (
    <Shell
      page={page}
      title={`Grupo ${watchlist.name}`}
      width="text"
      hasErrors={problems.length > 0}
      breadcrumb={[
        ...crumbs(href),
        { label: 'Grupos', href: href('/acompanhamentos/grupos') },
        { label: watchlist.name },
      ]}
    >
      <Form {...formKeys} action={here} errors={problems}>
        <NameField {...props} />
        <FormActions>
          <Button kind="primary" icon="check" name="acao" value="salvar">
            Salvar nome
          </Button>
          <Button icon="remove" name="acao" value="excluir">
            Excluir grupo
          </Button>
          <LinkButton kind="quiet" href={href('/acompanhamentos/grupos')}>
            Voltar aos grupos
          </LinkButton>
        </FormActions>
      </Form>
    </Shell>
  )
}

function NameField({ typed, problems }: Pick<GroupPageProps, 'typed' | 'problems'>) {
  return (
    <TextField
      name="nome"
      label="Nome do grupo"
      required
      maxLength={60}
      width="long"
      value={typed}
      error={errorOf(problems, 'nome')}
    />
  )
}

function crumbs(href: (path: string) => string) {
  return [
    { label: 'Mesa', href: href('/mesa') },
    { label: 'Acompanhamento especial', href: href('/acompanhamentos') },
  ]
}
