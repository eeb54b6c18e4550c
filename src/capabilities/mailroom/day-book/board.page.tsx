import {
  Button,
  CaseNumber,
  Checkbox,
  caseFileColumns,
  DateField,
  Day,
  EmptyState,
  ErrorSummary,
  formatCount,
  formatLongDate,
  formatTime,
  Link,
  LinkButton,
  SearchField,
  SearchForm,
  Select,
  Shell,
  StatusTag,
  Table,
  Tag,
} from '../../../ui/index.ts'
import { Reconciliation } from '../closing/closed-day.page.tsx'
import { ClosingPart, type ClosingProps } from '../closing/closing-part.page.tsx'
import type { ArrivalRow, EntryRow } from './day-book.queries.ts'
import type { DayTotals } from './entry.rules.ts'
import { kindWords, stateWords } from './entry.text.ts'
import { entryStates } from './entry.ts'

interface BoardPageProps extends ClosingProps {
  readonly unit: string
  readonly entries: readonly EntryRow[]
  readonly arrivals: readonly ArrivalRow[]
  readonly totals: DayTotals
  readonly query: { readonly q: string; readonly situacao: string; readonly atrasados: boolean }
}

/** The daily board: what came in, who has it, until when. Made to be printed for the morning meeting. */
export function BoardPage(props: BoardPageProps) {
  const { page, href, unit, day, mayRegister, totals, entries } = props
  return (
    <Shell
      page={page}
      title={`Quadro do dia de ${unit}`}
      breadcrumb={[{ label: 'Mesa', href: href('/mesa') }, { label: 'Quadro do dia' }]}
      lead={<p>{formatLongDate(day)}</p>}
      headingActions={
        <>
          {mayRegister ? (
            <LinkButton href={href('/quadro-do-dia/novo')} kind="primary" icon="receive">
              Registrar chegada
            </LinkButton>
          ) : null}
          <LinkButton href={href('/quadro-do-dia/formulario')} icon="print">
            Formulário em papel
          </LinkButton>
        </>
      }
    >
      <ErrorSummary errors={props.problems} />
      <div class="not-printed">
        <Filters {...props} />
      </div>
      <p id="totais">
        {formatCount(totals.received, 'registro chegou', 'registros chegaram', 'Nada chegou')} no dia;{' '}
        {formatCount(totals.carried, 'veio', 'vieram', 'nenhum veio')} de dias anteriores;{' '}
        {formatCount(totals.closed, 'foi resolvido', 'foram resolvidos', 'nenhum foi resolvido')};{' '}
        {formatCount(totals.open, 'fica pendente', 'ficam pendentes', 'nenhum fica pendente')}.
      </p>
      <Reconciliation receipts={totals.received} formalised={totals.formalised} />
      <ClosingPart {...props} />
      <Entries {...props} id="do-dia" title="Chegaram no dia" rows={entries.filter(({ carried }) => !carried)} />
      <Entries {...props} id="anteriores" title="Pendências de antes" rows={entries.filter(({ carried }) => carried)} />
      <Arrivals {...props} />
    </Shell>
  )
}

function Filters({ href, day, query }: BoardPageProps) {
  return (
    <SearchForm action={href('/quadro-do-dia')} label="Escolher o dia e filtrar">
      <DateField name="dia" label="Dia" value={day} />
      <SearchField name="q" label="Remetente ou assunto" value={query.q} />
      <Select
        name="situacao"
        label="Situação"
        emptyLabel="Todas"
        value={query.situacao}
        options={entryStates.map((state) => ({ value: state, label: stateWords[state].word }))}
      />
      <Checkbox name="atrasados" label="Só com prazo vencido" checked={query.atrasados} />
      <Button icon="filter">Mostrar</Button>
    </SearchForm>
  )
}

interface EntriesProps extends BoardPageProps {
  readonly id: string
  readonly title: string
  readonly rows: readonly EntryRow[]
}

function Entries({ id, title, rows, href, today }: EntriesProps) {
  const isLate = ({ dueOn, state }: EntryRow) =>
    dueOn !== null && dueOn < today && !['answered', 'dispatched', 'filed'].includes(state)
  return (
    <Table
      id={id}
      caption={`${title}: ${formatCount(rows.length, 'registro', 'registros', 'nenhum registro')}`}
      rows={rows}
      rowKey={({ id: key }) => key}
      rowTone={(row) => (isLate(row) ? 'danger' : undefined)}
      empty={<EmptyState title={`${title}: nada`} icon="receive" />}
      columns={[
        {
          key: 'numero',
          header: 'Número',
          rowHeader: true,
          width: 'narrow',
          cell: ({ id: key, number, year, receivedAt, carried }) => (
            <>
              <Link href={href(`/quadro-do-dia/${key}`)}>
                {number}/{year}
              </Link>
              <div class="secondary">{carried ? <Day value={receivedAt} /> : formatTime(receivedAt)}</div>
            </>
          ),
        },
        {
          key: 'assunto',
          header: 'Assunto',
          width: 'wide',
          cell: ({ subject, kind, originNumber }) => (
            <>
              {subject}
              <div class="secondary">{[kindWords[kind], originNumber].filter(Boolean).join(' ')}</div>
            </>
          ),
        },
        {
          key: 'remetente',
          header: 'De e para',
          cell: ({ sender, addressee }) => (
            <>
              {sender}
              {addressee ? <div class="secondary">para {addressee}</div> : null}
            </>
          ),
        },
        {
          key: 'quem',
          header: 'Com quem',
          cell: ({ responsible, caseDigits, caseNumber }) => (
            <>
              {responsible ?? '–'}
              {caseDigits && caseNumber ? (
                <div>
                  <CaseNumber number={caseNumber} href={href(`/processos/${caseDigits}`)} />
                </div>
              ) : null}
            </>
          ),
        },
        {
          key: 'prazo',
          header: 'Prazo',
          cell: (row) =>
            row.dueOn ? (
              <>
                <Day value={row.dueOn} /> {isLate(row) ? <Tag tone="danger">Vencido</Tag> : null}
              </>
            ) : (
              '–'
            ),
        },
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

function Arrivals({ href, arrivals }: BoardPageProps) {
  return (
    <Table
      id="pelo-sistema"
      caption={`Chegaram pelo sistema: ${formatCount(arrivals.length, 'processo', 'processos', 'nenhum processo')}`}
      rows={arrivals}
      rowKey={({ digits }) => digits}
      empty={<EmptyState title="Nenhum processo chegou pelo sistema neste dia" icon="caseFile" />}
      columns={[
        ...caseFileColumns(href),
        { key: 'hora', header: 'Hora', cell: ({ at }) => formatTime(at) },
        { key: 'quem', header: 'Com quem', cell: ({ assignedTo }) => assignedTo ?? '–' },
      ]}
    />
  )
}
