import {
  Button,
  CaseNumber,
  Day,
  EmptyState,
  formatCount,
  Link,
  LinkButton,
  type PageContext,
  Pagination,
  SearchField,
  SearchForm,
  Select,
  Shell,
  StatusTag,
  Table,
  Tabs,
  Tag,
} from '../../ui/index.ts'
import { classWords, stateWords, urgencyOf } from './demand.text.ts'
import { bodyClasses, demandStates } from './demand.ts'
import { filterQuery } from './demands.form.ts'
import type { DemandRow } from './demands.queries.ts'
import { type DemandsFilter, listPageSize } from './demands-filter.ts'

interface DemandsPageProps {
  readonly page: PageContext
  readonly href: (path: string) => string
  readonly filter: DemandsFilter
  readonly rows: readonly DemandRow[]
  readonly total: number
  readonly mayRegister: boolean
}

/** What outside bodies demand, what is due first on top. */
export function DemandsPage(props: DemandsPageProps) {
  const { page, href, filter, total } = props
  const at = (change: Partial<DemandsFilter>) => href(`/demandas${filterQuery({ ...filter, page: 1, ...change })}`)
  return (
    <Shell
      page={page}
      title="Demandas externas"
      breadcrumb={[{ label: 'Mesa', href: href('/mesa') }, { label: 'Demandas externas' }]}
      lead={<p>O que órgãos de fora pedem, até quando, e quem na casa precisa se manifestar antes.</p>}
      headingActions={
        <>
          {props.mayRegister ? (
            <LinkButton href={href('/demandas/nova')} kind="primary" icon="plus" shortcut="primeiro-botao">
              Registrar demanda
            </LinkButton>
          ) : null}
          <LinkButton href={href('/demandas/calendario')} icon="calendar">
            Calendário
          </LinkButton>
          <LinkButton href={href(`/demandas/dados.csv${filterQuery({ ...filter, page: 1 })}`)} icon="sheet">
            CSV
          </LinkButton>
        </>
      }
    >
      <Tabs
        label="Demandas"
        items={[
          { href: at({ side: 'ours' }), label: 'Desta unidade', current: filter.side === 'ours' },
          { href: at({ side: 'asked' }), label: 'Consultas a esta unidade', current: filter.side === 'asked' },
        ]}
      />
      <Filters {...props} />
      <DemandsTable {...props} />
      {total > listPageSize ? (
        <Pagination
          label="Demandas"
          page={filter.page}
          pageCount={Math.ceil(total / listPageSize)}
          href={(number) => at({ page: number })}
          total={formatCount(total, 'demanda', 'demandas')}
        />
      ) : null}
    </Shell>
  )
}

function Filters({ href, filter }: DemandsPageProps) {
  return (
    <SearchForm action={href('/demandas')} label="Filtrar demandas">
      {filter.side === 'asked' ? <input type="hidden" name="lado" value="consultas" /> : null}
      <SearchField name="q" label="Órgão, número ou assunto" value={filter.text} />
      <Select
        name="situacao"
        label="Situação"
        value={filter.state === 'all' ? 'todas' : filter.state === 'open' ? '' : filter.state}
        emptyLabel="Sem resposta"
        options={[
          ...demandStates.map((state) => ({ value: state, label: stateWords[state].word })),
          { value: 'todas', label: 'Todas' },
        ]}
      />
      <Select
        name="classe"
        label="Classe"
        value={filter.bodyClass ?? ''}
        emptyLabel="Todas"
        options={bodyClasses.map((one) => ({ value: one, label: classWords[one] }))}
      />
      <Button icon="filter">Filtrar</Button>
    </SearchForm>
  )
}

function DemandsTable({ page, href, rows, filter }: DemandsPageProps) {
  const urgency = (row: DemandRow) => urgencyOf({ dueOn: row.dueOn, doneOn: row.answeredOn }, page.now)
  const isFiltered = filter.text !== '' || filter.bodyClass !== undefined || filter.state !== 'open'
  return (
    <Table
      id="demandas"
      caption={filter.side === 'ours' ? 'Demandas desta unidade' : 'Consultas a esta unidade'}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      rowTone={(row) => {
        const { tone } = urgency(row)
        return row.answeredOn ? 'muted' : tone === 'danger' || tone === 'warning' ? tone : undefined
      }}
      empty={
        <EmptyState title="Nenhuma demanda nesta lista" icon="receive">
          {isFiltered
            ? 'Nenhuma demanda atende a estes filtros.'
            : filter.side === 'ours'
              ? 'Registre aqui o que chega de tribunais, da PGE, do Ministério Público e de outros órgãos, com o prazo.'
              : 'Quando outra unidade pedir a manifestação desta, a demanda aparece aqui.'}
        </EmptyState>
      }
      columns={[
        {
          key: 'vence',
          header: 'Vence em',
          width: 'narrow',
          cell: (row) => (
            <>
              <Day value={row.dueOn} />
              <div>
                <Tag tone={urgency(row).tone}>{urgency(row).words}</Tag>
              </div>
            </>
          ),
        },
        {
          key: 'demanda',
          header: 'Demanda',
          rowHeader: true,
          width: 'wide',
          cell: (row) => (
            <>
              {row.isTold ? <Link href={href(`/demandas/${row.id}`)}>{nameOf(row)}</Link> : row.body}
              <div>{row.subject}</div>
              {row.caseDigits && row.caseNumber ? (
                <div>
                  <CaseNumber number={row.caseNumber} href={href(`/processos/${row.caseDigits}`)} />
                </div>
              ) : null}
            </>
          ),
        },
        { key: 'classe', header: 'Classe', cell: ({ bodyClass }) => (bodyClass ? classWords[bodyClass] : '–') },
        { key: 'consultas', header: 'Manifestações', cell: (row) => <Returns row={row} now={page.now} /> },
        { key: 'responsavel', header: 'Com quem', cell: ({ responsible, unit }) => responsible ?? unit },
        {
          key: 'situacao',
          header: 'Situação',
          cell: ({ state }) => (
            <StatusTag tone={stateWords[state].tone} icon={stateWords[state].icon}>
              {stateWords[state].word}
            </StatusTag>
          ),
        },
      ]}
    />
  )
}

function Returns({ row, now }: { readonly row: DemandRow; readonly now: Date }) {
  if (row.asked === 0) return <>–</>
  const own = row.askedUntil && !row.answeredOn ? urgencyOf({ dueOn: row.askedUntil, doneOn: null }, now) : undefined
  return (
    <>
      {row.waiting === 0 ? (
        <Tag tone="success">Todas retornaram</Tag>
      ) : (
        `${row.asked - row.waiting} de ${row.asked} ${row.asked === 1 ? 'retornou' : 'retornaram'}`
      )}
      {row.askedUntil && own ? (
        <div>
          Nosso prazo: <Day value={row.askedUntil} /> <Tag tone={own.tone}>{own.words}</Tag>
        </div>
      ) : null}
    </>
  )
}

/** `Tribunal de Justiça, Ofício 12/2026`. */
export function nameOf({ body, number }: { readonly body: string; readonly number: string }): string {
  return number ? `${body}, ${number}` : body
}
