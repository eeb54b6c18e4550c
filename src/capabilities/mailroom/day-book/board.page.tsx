import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  CaseNumber,
  Checkbox,
  caseFileColumns,
  DateField,
  DateTime,
  Day,
  EmptyState,
  ErrorSummary,
  Form,
  FormActions,
  type FormError,
  formatCount,
  formatLongDate,
  formatTime,
  Link,
  LinkButton,
  type PageContext,
  SearchField,
  SearchForm,
  Select,
  Shell,
  StatusTag,
  Table,
  Tag,
} from '../../../ui/index.ts'
import { Reconciliation } from '../closing/closed-day.page.tsx'
import type { ClosedDayRow } from '../closing/closing.queries.ts'
import { numberOf } from '../numbered.text.ts'
import type { ArrivalRow, EntryRow } from './day-book.queries.ts'
import type { DayTotals } from './entry.rules.ts'
import { kindWords, stateWords } from './entry.text.ts'
import { entryStates } from './entry.ts'

interface BoardPageProps {
  readonly page: PageContext
  readonly href: (path: string) => string
  readonly unit: string
  readonly day: string
  readonly today: string
  readonly entries: readonly EntryRow[]
  readonly arrivals: readonly ArrivalRow[]
  readonly totals: DayTotals
  readonly query: { readonly q: string; readonly situacao: string; readonly atrasados: boolean }
  readonly mayRegister: boolean
  readonly formKeys: FormKeys
  /** The page that the day was frozen to. */
  readonly closed: ClosedDayRow | undefined
  readonly problems: readonly FormError[]
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
      <Closing {...props} />
      <Entries {...props} id="do-dia" title="Chegaram no dia" rows={entries.filter(({ carried }) => !carried)} />
      <Entries {...props} id="anteriores" title="Pendências de antes" rows={entries.filter(({ carried }) => carried)} />
      <Arrivals {...props} />
    </Shell>
  )
}

/** The page of the day where it is closed; today, the closing of it. */
function Closing({ href, formKeys, day, today, closed, mayRegister }: BoardPageProps) {
  if (closed) {
    return (
      <p id="fechamento">
        Fechado por {closed.closedBy}, <DateTime value={closed.closedAt} />:{' '}
        <Link href={href(`/quadro-do-dia/fechados/${closed.id}`)}>página {numberOf(closed)}</Link>. O que chegou depois
        vai na página seguinte.
      </p>
    )
  }
  if (day !== today || !mayRegister) return null
  return (
    <div class="not-printed" id="fechamento">
      <Form {...formKeys} action={href('/quadro-do-dia/fechamento')}>
        <p>
          Fechado, o quadro de hoje fica como está, numerado e com o seu nome. O que ficar pendente passa ao de amanhã.
        </p>
        <FormActions>
          <Button icon="lock">Fechar o quadro de hoje</Button>
        </FormActions>
      </Form>
    </div>
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
