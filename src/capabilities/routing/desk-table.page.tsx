import type { LocalDate } from '../../platform/calendar/index.ts'
import {
  CaseNumber,
  DateTime,
  Day,
  EmptyState,
  formatCount,
  LevelTag,
  type PageContext,
  type Sort,
  StatusTag,
  Table,
  Tag,
} from '../../ui/index.ts'
import type { DeskFilter, DeskRow } from './desk-filter.ts'
import type { DeskMark } from './desk-parts.ts'
import { daysOfReturn, returnState } from './returns/return.rules.ts'
import { tellReturn, toneOfReturn } from './returns/return.text.ts'

interface DeskTableProps {
  readonly page: PageContext
  readonly href: (path: string) => string
  readonly filter: DeskFilter
  readonly rows: readonly DeskRow[]
  readonly marks: ReadonlyMap<string, readonly DeskMark[]>
  readonly today: LocalDate
  readonly address: (change: Partial<DeskFilter>) => string
}

/** The rows of the desk; what is new stands out, what is late is red and says so. */
export function DeskTable({ href, rows, marks, filter, today, address, page }: DeskTableProps) {
  return (
    <Table
      id="processos"
      caption="Processos abertos nesta unidade"
      captionHidden
      shortcut={filter.list === 'generated' ? 'gerados' : 'recebidos'}
      rows={rows}
      rowKey={(row) => row.digits}
      rowTone={(row) => (isOverdue(row, today) ? 'danger' : row.received ? undefined : 'new')}
      selection={{
        name: 'processo',
        value: (row) => row.digits,
        label: (row) => `processo ${row.number}`,
        form: 'selecao',
      }}
      sort={{ key: filter.sort, direction: filter.direction }}
      sortHref={(sort: Sort) => address({ sort: sort.key as DeskFilter['sort'], direction: sort.direction })}
      empty={
        <EmptyState title="Nenhum processo nesta lista" icon="desk">
          {filter.text || filter.typeId || filter.assignedTo || filter.only
            ? 'Nenhum processo da mesa atende a estes filtros.'
            : 'Quando um processo for aberto aqui ou enviado para esta unidade, ele aparece nesta página.'}
        </EmptyState>
      }
      columns={[
        {
          key: 'number',
          header: 'Processo',
          rowHeader: true,
          sortable: true,
          width: 'narrow',
          cell: (row) => (
            <>
              <CaseNumber
                number={row.number}
                href={href(`/processos/${row.digits}`)}
                state={row.received ? 'received' : 'unopened'}
              />
              <Signs row={row} marks={marks.get(row.id) ?? []} />
            </>
          ),
        },
        {
          key: 'summary',
          header: 'Tipo e especificação',
          sortable: true,
          width: 'wide',
          cell: (row) => (
            <>
              {row.typeName}
              {row.summary ? <div class="secondary">{row.summary}</div> : null}
            </>
          ),
        },
        {
          key: 'interested',
          header: 'Interessado',
          cell: (row) => (
            <>
              {row.interested ?? '—'}
              {row.interestedCount > 1 ? <span class="secondary"> e mais {row.interestedCount - 1}</span> : null}
            </>
          ),
        },
        { key: 'assignee', header: 'Atribuição', sortable: true, cell: (row) => row.assignedToName ?? '—' },
        { key: 'deadline', header: 'Retorno', cell: (row) => <Returns row={row} today={today} /> },
        {
          key: 'since',
          header: 'Na unidade desde',
          sortable: true,
          width: 'narrow',
          cell: (row) => <DateTime value={row.since} now={page.now} />,
        },
      ]}
    />
  )
}

function Signs({ row, marks }: { row: DeskRow; marks: readonly DeskMark[] }) {
  return (
    <div class="signs">
      <LevelTag level={row.level} unlessPublic />
      {row.priority ? (
        <Tag tone="warning" icon="flag">
          Prioridade
        </Tag>
      ) : null}
      {row.news && row.received ? (
        <Tag tone="info" icon="bell">
          Novidade
        </Tag>
      ) : null}
      {row.unsignedDrafts > 0 ? <Tag icon="draft">{formatCount(row.unsignedDrafts, 'minuta', 'minutas')}</Tag> : null}
      {marks.map(({ label, tone, icon, detail }) => (
        <Tag key={`${label} ${detail ?? ''}`} tone={tone} icon={icon}>
          {label}
          {detail ? <span class="visually-hidden"> {detail}</span> : null}
        </Tag>
      ))}
    </div>
  )
}

/** All scheduled returns, with dates, days and units (PRO-104, PRO-154). */
function Returns({ row, today }: { row: DeskRow; today: LocalDate }) {
  if (row.returns.length === 0) return <>—</>
  return (
    <>
      {row.returns.map((one) => {
        const facts = { due: one.due, returnedOn: one.returnedOn ?? undefined }
        const state = returnState(facts, today)
        return (
          <div key={`${one.side}${one.unit}${one.due}${one.returnedOn ?? ''}`}>
            <StatusTag tone={toneOfReturn[state]} icon={state === 'pending' ? 'return' : undefined}>
              {tellReturn(one.side, state, daysOfReturn(facts, today))}
            </StatusTag>{' '}
            <span class="secondary">
              {one.side === 'to-return' ? 'a' : 'de'} {one.unit} até <Day value={one.due} />
            </span>
          </div>
        )
      })}
    </>
  )
}

/** This unit should have sent it back. */
function isOverdue({ returns }: DeskRow, today: LocalDate): boolean {
  return returns.some(({ side, due, returnedOn }) => side === 'to-return' && !returnedOn && due < today)
}
