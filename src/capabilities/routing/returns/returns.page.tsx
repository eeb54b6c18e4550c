import { ActResultMessage } from '../../../platform/act-results/act-result-message.tsx'
import type { ActResult } from '../../../platform/act-results/index.ts'
import type { LocalDate } from '../../../platform/calendar/index.ts'
import {
  ActionBar,
  Button,
  CaseNumber,
  Day,
  formatCount,
  Link,
  MonthCalendar,
  type PageContext,
  SearchForm,
  Select,
  Shell,
  Table,
} from '../../../ui/index.ts'
import type { ReopeningRow } from '../reopening/reopening.queries.ts'
import type { ReturnsList } from './find-returns.ts'
import { returnsQuery } from './returns.form.ts'
import { type ReturnsFilter, returnsPageSize } from './returns-filter.ts'
import { ReturnsTable } from './returns-table.page.tsx'

interface ReturnsPageProps {
  readonly page: PageContext
  readonly formKeys: { readonly csrf: string; readonly idempotencyKey: string }
  readonly href: (path: string) => string
  readonly filter: ReturnsFilter
  readonly list: ReturnsList
  readonly today: LocalDate
  readonly mayChange: boolean
  readonly result: ActResult | undefined
}

/** Returns asked of the unit and by it, what it will reopen, and a month of them (PRO-155). */
export function ReturnsPage(props: ReturnsPageProps) {
  const { page, href, filter, list, today, mayChange } = props
  const at = (change: Partial<ReturnsFilter>) => href(`/retornos${returnsQuery({ ...filter, ...change }, today)}`)
  const shown = { today, href, mayChange }
  const further = Math.max(list.toReturn.length, list.awaited.length) > returnsPageSize
  return (
    <Shell
      page={page}
      title="Retornos programados"
      breadcrumb={[{ label: 'Mesa', href: href('/mesa') }, { label: 'Retornos' }]}
      lead={<p>Só o envio de volta à unidade que pediu cumpre o prazo; concluir o processo não cumpre.</p>}
    >
      <ActResultMessage result={props.result} />
      <div class="list-with-calendar">
        <div class="list-with-calendar__list">
          <Filters {...props} />
          <ReturnsTable side="to-return" rows={list.toReturn.slice(0, returnsPageSize)} {...shown} />
          <ReturnsTable side="awaited" rows={list.awaited.slice(0, returnsPageSize)} {...shown} />
          {further || filter.page > 1 ? (
            <p>
              {filter.page > 1 ? <Link href={at({ page: filter.page - 1 })}>Página anterior</Link> : null}{' '}
              {further ? <Link href={at({ page: filter.page + 1 })}>Página seguinte</Link> : null}
            </p>
          ) : null}
          {list.reopenings.length > 0 ? <Reopenings {...props} /> : null}
        </div>
        <MonthCalendar
          id="calendario"
          label="Retornos"
          month={filter.month}
          today={today}
          monthHref={(month) => at({ month })}
          days={list.days.map(({ day, total, late }) => ({
            day,
            count: total,
            tone: late > 0 ? 'danger' : 'warning',
            words: `${formatCount(total, 'retorno', 'retornos')}${late > 0 ? `, ${formatCount(late, 'atrasado', 'atrasados')}` : ''}`,
          }))}
        />
      </div>
    </Shell>
  )
}

function Filters({ href, filter, list, today }: ReturnsPageProps) {
  const years = [...new Set([Number(today.slice(0, 4)), ...list.years])].sort((one, other) => other - one)
  return (
    <SearchForm action={href('/retornos')} label="Filtrar retornos">
      <Select
        name="situacao"
        label="Situação"
        value={filter.all ? 'todos' : filter.late ? 'atrasados' : ''}
        options={[
          { value: '', label: 'Pendentes' },
          { value: 'atrasados', label: 'Atrasados' },
          { value: 'todos', label: 'Todos' },
        ]}
      />
      <Select
        name="ano"
        label="Ano"
        emptyLabel="Todos"
        value={filter.year ? String(filter.year) : ''}
        options={years.map((year) => ({ value: String(year), label: String(year) }))}
      />
      <Button icon="filter">Filtrar</Button>
    </SearchForm>
  )
}

function Reopenings({ list, href, formKeys, mayChange }: ReturnsPageProps) {
  return (
    <Table
      id="reaberturas"
      caption="Reaberturas programadas nesta unidade"
      rows={list.reopenings}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'processo',
          header: 'Processo',
          rowHeader: true,
          width: 'narrow',
          cell: (row) => <CaseNumber number={row.caseNumber} href={href(`/processos/${row.caseDigits}`)} />,
        },
        { key: 'tipo', header: 'Tipo', width: 'wide', cell: ({ typeName }) => typeName },
        { key: 'dia', header: 'Reabre em', cell: ({ dueOn }) => <Day value={dueOn} /> },
        { key: 'por', header: 'Programada por', cell: ({ setBy }) => setBy },
        ...(mayChange
          ? [
              {
                key: 'acoes',
                header: 'Ações',
                headerHidden: true,
                cell: (row: ReopeningRow) => (
                  <CancelReopening row={row} href={href} formKeys={formKeys} from="retornos" />
                ),
              },
            ]
          : []),
      ]}
    />
  )
}

/** The button that cancels a scheduled reopening. */
export function CancelReopening(props: {
  readonly row: ReopeningRow
  readonly href: (path: string) => string
  readonly formKeys: ReturnsPageProps['formKeys']
  readonly from: 'retornos' | 'processo'
}) {
  const { row, href, formKeys, from } = props
  return (
    <ActionBar
      label={`Reabertura de ${row.caseNumber}`}
      groups={[
        [
          {
            label: 'Cancelar reabertura',
            icon: 'cancel',
            post: href(`/processos/${row.caseDigits}/reabertura/cancelamento`),
            csrf: formKeys.csrf,
            fields: { volta: from, _chave: `${formKeys.idempotencyKey}-reabertura-${row.id}` },
          },
        ],
      ]}
    />
  )
}
