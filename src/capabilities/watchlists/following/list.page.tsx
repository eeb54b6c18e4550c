import { ActResultMessage } from '../../../platform/act-results/act-result-message.tsx'
import type { ActResult } from '../../../platform/act-results/index.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  CaseNumber,
  DateTime,
  EmptyState,
  errorOf,
  Fieldset,
  Form,
  FormActions,
  type FormError,
  formatCount,
  LevelTag,
  Link,
  LinkButton,
  NothingOnEnter,
  type PageContext,
  Pagination,
  SearchField,
  SearchForm,
  Select,
  Shell,
  Table,
  Tag,
  TextField,
} from '../../../ui/index.ts'
import { rowsPerPage } from '../../organization/index.ts'
import type { EntriesAsked, EntryRow } from './entries.queries.ts'
import { askedQuery } from './follow.form.ts'
import type { WatchlistRow } from './watchlists.queries.ts'

interface FollowedPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly href: (path: string) => string
  readonly asked: EntriesAsked
  readonly entries: readonly EntryRow[]
  readonly watchlists: readonly WatchlistRow[]
  readonly problems: readonly FormError[]
  readonly result: ActResult | undefined
}

const stateWords = {
  normal: undefined,
  suspended: 'Sobrestado',
  annexed: 'Anexado',
  blocked: 'Bloqueado',
  archived: 'Arquivado',
} as const

/** What the unit follows, with where each case file stands now; the chosen ones are changed or left together. */
export function FollowedPage(props: FollowedPageProps) {
  const { page, href, asked, entries, watchlists, problems } = props
  const total = entries[0]?.total ?? 0
  const here = href('/acompanhamentos')
  return (
    <Shell
      page={page}
      title="Acompanhamento especial"
      breadcrumb={[{ label: 'Mesa', href: href('/mesa') }, { label: 'Acompanhamento especial' }]}
      hasErrors={problems.length > 0}
      headingActions={
        <LinkButton href={href('/acompanhamentos/grupos')} icon="layers">
          Grupos
        </LinkButton>
      }
      lead={
        <p>Processos que a unidade segue, estejam onde estiverem. {formatCount(total, 'processo', 'processos')}.</p>
      }
    >
      <ActResultMessage result={props.result} />
      <SearchForm action={here} label="Filtrar os acompanhamentos">
        <SearchField name="q" label="Número, assunto ou observação" value={asked.text} width="long" />
        <Select
          name="grupo"
          label="Grupo"
          emptyLabel="Todos os grupos"
          value={asked.watchlist === 'none' ? 'nenhum' : asked.watchlist}
          options={[
            { value: 'nenhum', label: 'Sem grupo' },
            ...watchlists.map(({ id, name, count }) => ({ value: id, label: `${name} (${count})` })),
          ]}
        />
        <Button icon="filter">Filtrar</Button>
        {asked.newsOnly ? <input type="hidden" name="so" value="novidades" /> : null}
        {asked.text || asked.watchlist || asked.newsOnly ? <Link href={here}>Limpar filtros</Link> : null}
      </SearchForm>
      {entries.length === 0 ? (
        <EmptyState title="Nenhum processo acompanhado" icon="eye">
          {asked.text || asked.watchlist || asked.newsOnly
            ? 'Nenhum acompanhamento atende a estes filtros.'
            : 'Na página de um processo, em Mais ações, escolha Acompanhamento especial.'}
        </EmptyState>
      ) : (
        <Entries {...props} />
      )}
      <Pagination
        label="Acompanhamentos"
        page={asked.page}
        pageCount={Math.max(1, Math.ceil(total / rowsPerPage))}
        href={(number) => `${here}${askedQuery({ ...asked, page: number })}`}
      />
    </Shell>
  )
}

function Entries({ page, formKeys, href, asked, entries, watchlists, problems }: FollowedPageProps) {
  return (
    <Form {...formKeys} action={`${href('/acompanhamentos')}${askedQuery(asked)}`} errors={problems}>
      <NothingOnEnter />
      <Table
        id="acompanhados"
        caption="Processos acompanhados"
        captionHidden
        rows={entries}
        rowKey={({ id }) => id}
        selection={{
          name: 'entrada',
          value: ({ id }) => id,
          label: ({ number, watchlist }) => `processo ${number}${watchlist ? ` em ${watchlist}` : ''}`,
        }}
        columns={[
          {
            key: 'processo',
            header: 'Processo',
            rowHeader: true,
            width: 'narrow',
            cell: (row) => (
              <>
                <CaseNumber number={row.number} href={href(`/processos/${row.digits}`)} />
                <div class="signs">
                  <LevelTag level={row.level} unlessPublic />
                  {row.news ? (
                    <Tag tone="info" icon="bell">
                      Novidade
                    </Tag>
                  ) : null}
                </div>
              </>
            ),
          },
          {
            key: 'tipo',
            header: 'Tipo e especificação',
            cell: ({ typeName, summary }) => (
              <>
                {typeName}
                {summary ? <div class="secondary">{summary}</div> : null}
              </>
            ),
          },
          { key: 'estado', header: 'Onde está', cell: (row) => <Whereabouts row={row} /> },
          { key: 'grupo', header: 'Grupo', cell: ({ watchlist }) => watchlist ?? '—' },
          {
            key: 'observacao',
            header: 'Observação',
            width: 'wide',
            cell: ({ observation, addedAt, addedBy }) => (
              <>
                {observation}
                <div class="secondary">
                  {addedBy}, <DateTime value={addedAt} now={page.now} />
                </div>
              </>
            ),
          },
        ]}
      />
      <Fieldset legend="Com os processos marcados">
        <Select
          name="mudar_grupo"
          label="Mudar para o grupo"
          emptyLabel="Manter o grupo de cada um"
          options={[
            { value: 'nenhum', label: 'Sem grupo' },
            ...watchlists.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          error={errorOf(problems, 'mudar_grupo')}
        />
        <TextField
          name="mudar_observacao"
          label="Mudar a observação para"
          hint="Em branco, fica como está."
          maxLength={500}
          error={errorOf(problems, 'mudar_observacao')}
        />
      </Fieldset>
      <FormActions>
        <Button kind="primary" icon="edit" name="acao" value="alterar">
          Alterar
        </Button>
        <Button icon="remove" name="acao" value="excluir">
          Deixar de acompanhar
        </Button>
      </FormActions>
    </Form>
  )
}

function Whereabouts({ row }: { row: EntryRow }) {
  const state = stateWords[row.state]
  return (
    <>
      {state ? (
        <Tag tone="warning" icon="pause">
          {state}
        </Tag>
      ) : null}{' '}
      {row.openIn.length > 0 ? (
        row.openIn.join(', ')
      ) : row.state === 'annexed' ? null : (
        <Tag icon="conclude">Concluído</Tag>
      )}
    </>
  )
}
