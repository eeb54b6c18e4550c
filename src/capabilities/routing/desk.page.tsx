import { ActResultMessage } from '../../platform/act-results/act-result-message.tsx'
import type { ActResult } from '../../platform/act-results/index.ts'
import type { LocalDate } from '../../platform/calendar/index.ts'
import type { FormKeys } from '../../platform/form-keys.ts'
import {
  ActionBar,
  Button,
  Details,
  formatCount,
  Link,
  LinkButton,
  Message,
  type PageContext,
  Pagination,
  SearchField,
  SearchForm,
  Select,
  Shell,
  StatusTag,
  Tabs,
} from '../../ui/index.ts'
import { NewsNotice, type Release } from '../news/index.ts'
import { deskQuery } from './desk.form.ts'
import type { DeskColumn } from './desk-columns.ts'
import {
  type DeskFigures,
  type DeskFilter,
  type DeskRow,
  deskPageSize,
  isFiltered,
  mostCounted,
} from './desk-filter.ts'
import type { DeskBatchAct, DeskMark } from './desk-parts.ts'
import { DeskTable } from './desk-table.page.tsx'

export interface DeskPageProps {
  readonly page: PageContext
  readonly href: (path: string) => string
  readonly filter: DeskFilter
  readonly rows: readonly DeskRow[]
  readonly marks: ReadonlyMap<string, readonly DeskMark[]>
  readonly batchActs: readonly DeskBatchAct[]
  readonly total: number
  readonly figures: DeskFigures
  readonly types: readonly { readonly id: string; readonly name: string; readonly total: number }[]
  readonly labels: readonly { readonly id: string; readonly name: string; readonly total: number }[]
  readonly successors: readonly string[]
  readonly columns: readonly DeskColumn[]
  /** The version that is news to this person. */
  readonly news: Release | undefined
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly today: LocalDate
  readonly userId: string
  readonly may: { readonly send: boolean; readonly assign: boolean; readonly open: boolean; readonly sign: boolean }
  readonly result: ActResult | undefined
  readonly formKeys: FormKeys
}

/** Mesa (Controle de Processos): what lies in the unit, what is new in it, and what may be done with many at once. */
export function DeskPage(props: DeskPageProps) {
  const { page, href, filter, rows, total } = props
  const address = (change: Partial<DeskFilter>) => href(`/mesa${deskQuery({ ...filter, page: 1, ...change })}`)
  return (
    <Shell
      page={page}
      title="Mesa de processos"
      headingActions={
        props.may.open ? (
          <LinkButton href={href('/processos/novo')} kind="primary" icon="caseNew" shortcut="primeiro-botao">
            Novo processo
          </LinkButton>
        ) : undefined
      }
      lead={<Attention {...props} address={address} />}
      skipTo={rows.length > 0 ? { id: 'processos-linhas', label: 'Ir para a lista de processos' } : undefined}
    >
      <ActResultMessage result={props.result} formKeys={props.formKeys} />
      <NewsNotice release={props.news} href={href} formKeys={props.formKeys} />
      {props.successors.length > 0 ? (
        <Message kind="info" title={`Esta unidade foi sucedida por ${listed(props.successors)}`}>
          <p>O que estava aqui passou para lá. Aqui se consulta, e nada mais se recebe nem se produz.</p>
        </Message>
      ) : null}
      <Tabs
        label="Listas da mesa"
        items={[
          { href: address({ list: 'all' }), label: 'Todos', current: filter.list === 'all' },
          { href: address({ list: 'received' }), label: 'Recebidos', current: filter.list === 'received' },
          { href: address({ list: 'generated' }), label: 'Gerados', current: filter.list === 'generated' },
        ]}
      />
      <Filters {...props} />
      {filter.only ? <p class="secondary">{whatOnly[filter.only]}</p> : null}
      {rows.length > 0 ? <BatchActs {...props} /> : null}
      <form method="get" id="selecao" action={href('/envio')}>
        <DeskTable {...props} address={address} />
      </form>
      {total > deskPageSize ? (
        <Pagination
          label="Processos da mesa"
          page={filter.page}
          pageCount={Math.ceil(Math.min(total, mostCounted) / deskPageSize)}
          href={(number) => address({ page: number })}
          total={formatCount(total, 'processo', 'processos')}
        />
      ) : null}
    </Shell>
  )
}

/** Lists that are alike by name are told apart where one of them is open. */
const whatOnly: Record<NonNullable<DeskFilter['only']>, string> = {
  unreceived: 'Só os que chegaram e ninguém da unidade abriu ainda.',
  news: 'Só os em que algo foi incluído ou assinado depois da última vez que você os abriu.',
  unread: 'Só os que você marcou como não lidos e não abriu desde então.',
  'to-return': 'Só os que outra unidade enviou com data para devolver.',
  awaited: 'Só os que outra unidade ainda deve devolver a esta.',
}

type Addressed = DeskPageProps & { readonly address: (change: Partial<DeskFilter>) => string }

function Attention({ figures, filter, address, userId, total }: Addressed) {
  const items = [
    {
      label: 'ainda não abertos na unidade',
      value: figures.unreceived,
      href: address({ only: 'unreceived' }),
      current: filter.only === 'unreceived',
    },
    {
      label: 'atribuídos a mim',
      value: figures.mine,
      href: address({ assignedTo: userId }),
      current: filter.assignedTo === userId,
    },
    {
      label: 'a devolver',
      value: figures.toReturn,
      href: address({ only: 'to-return' }),
      current: filter.only === 'to-return',
    },
    {
      label: 'aguardando retorno',
      value: figures.awaited,
      href: address({ only: 'awaited' }),
      current: filter.only === 'awaited',
    },
  ]
  return (
    <ul class="attention" aria-label="O que pede atenção">
      {items.map(({ label, value, href, current }) => (
        <li key={label}>
          <Link href={href} current={current}>
            <strong>{formatCount(value)}</strong> {label}
          </Link>
        </li>
      ))}
      <li>
        <Link href={address({ only: 'news' })} current={filter.only === 'news'}>
          Com novidades para mim
        </Link>
      </li>
      <li>
        <Link href={address({ only: 'unread' })} current={filter.only === 'unread'}>
          Marcados como não lidos
        </Link>
      </li>
      {figures.overdue > 0 ? (
        <li>
          <StatusTag tone="danger" icon="alert">
            {formatCount(figures.overdue, 'devolução atrasada', 'devoluções atrasadas')}
          </StatusTag>
        </li>
      ) : null}
      <li class="secondary">
        {total > mostCounted ? `mais de ${formatCount(mostCounted)}` : formatCount(total)} na lista
      </li>
    </ul>
  )
}

function Filters({ href, filter, types, labels, people }: DeskPageProps) {
  return (
    <SearchForm action={href('/mesa')} label="Filtrar a mesa">
      {filter.list === 'all' ? null : (
        <input type="hidden" name="lista" value={filter.list === 'received' ? 'recebidos' : 'gerados'} />
      )}
      {filter.followed ? <input type="hidden" name="acompanhamento" value="sem" /> : null}
      <SearchField name="filtro" label="Número, assunto ou interessado" value={filter.text} />
      <Button icon="filter">Filtrar</Button>
      {isFiltered(filter) ? <Link href={href('/mesa')}>Limpar filtros</Link> : null}
      <Details summary="Filtros, ordem e colunas" open={hasFolded(filter)}>
        <div class="search-form">
          <Select
            name="tipo"
            label="Tipo"
            emptyLabel="Todos os tipos"
            value={filter.typeId}
            options={types.map(({ id, name, total }) => ({ value: id, label: `${name} (${total})` }))}
          />
          {labels.length > 0 ? (
            <Select
              name="marcador"
              label="Marcador"
              emptyLabel="Todos os marcadores"
              value={filter.labelId === 'none' ? 'sem' : filter.labelId}
              options={[
                { value: 'sem', label: 'Sem marcador' },
                ...labels.map(({ id, name, total }) => ({ value: id, label: `${name} (${total})` })),
              ]}
            />
          ) : null}
          <Select
            name="atribuido"
            label="Atribuição"
            emptyLabel="Qualquer pessoa"
            value={filter.assignedTo === 'nobody' ? 'ninguem' : filter.assignedTo}
            options={[
              { value: 'ninguem', label: 'Sem atribuição' },
              ...people.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <Link
            href={href(
              `/mesa${deskQuery({ ...filter, page: 1, sort: filter.sort === 'priority' ? 'since' : 'priority' })}`,
            )}
          >
            {filter.sort === 'priority' ? 'Na ordem de chegada' : 'Prioritários primeiro'}
          </Link>
          <LinkButton href={href('/mesa/colunas')} kind="quiet" icon="settings" small>
            Colunas
          </LinkButton>
          <LinkButton href={href(`/mesa/planilha${deskQuery(filter)}`)} kind="quiet" icon="download" small download>
            Baixar planilha
          </LinkButton>
        </div>
      </Details>
    </SearchForm>
  )
}

/** Whether what is folded away filters now: then it is in sight. */
function hasFolded({ typeId, labelId, assignedTo }: DeskFilter): boolean {
  return Boolean(typeId || labelId || assignedTo)
}

function BatchActs({ href, may, batchActs }: DeskPageProps) {
  const act = (path: string) => ({ form: 'selecao', formAction: href(path) })
  return (
    <ActionBar
      label="Ações nos processos selecionados"
      shortcut="barra-de-acoes"
      groups={[
        may.send ? [{ label: 'Enviar', icon: 'send', ...act('/envio') }] : [],
        [
          ...(may.assign ? [{ label: 'Atribuir', icon: 'assign' as const, ...act('/atribuicao') }] : []),
          ...(may.send ? [{ label: 'Concluir', icon: 'conclude' as const, ...act('/conclusao') }] : []),
          ...(may.sign ? [{ label: 'Assinar documentos', icon: 'sign' as const, ...act('/assinatura') }] : []),
        ],
      ]}
      more={[...Map.groupBy(batchActs, ({ section }) => section)].map(([heading, acts]) => ({
        heading,
        actions: acts.map(({ label, icon, path }) => ({ label, icon, ...act(path) })),
      }))}
    />
  )
}

const listed = (acronyms: readonly string[]) => new Intl.ListFormat('pt-BR').format(acronyms)
