import type { LocalDate } from '../../platform/calendar/index.ts'
import { type Column, EmptyState, type PageContext, type Sort, Table } from '../../ui/index.ts'
import type { DeskColumn } from './desk-columns.ts'
import { type DeskFilter, type DeskRow, isFiltered } from './desk-filter.ts'
import type { DeskMark } from './desk-parts.ts'
import { columnCells, hostOfMarks, NumberAndSigns } from './desk-row.page.tsx'

interface DeskTableProps {
  readonly page: PageContext
  readonly href: (path: string) => string
  readonly filter: DeskFilter
  readonly rows: readonly DeskRow[]
  readonly marks: ReadonlyMap<string, readonly DeskMark[]>
  readonly columns: readonly DeskColumn[]
  readonly today: LocalDate
  readonly address: (change: Partial<DeskFilter>) => string
  /** The units that took the place of this one: nothing comes to it any more. */
  readonly successors: readonly string[]
}

/** The rows of the desk in the chosen columns; what is new stands out, what is late is red and says so. */
export function DeskTable(props: DeskTableProps) {
  const { rows, filter, address } = props
  return (
    <Table
      id="processos"
      caption="Processos abertos nesta unidade"
      captionHidden
      shortcut={filter.list === 'generated' ? 'gerados' : 'recebidos'}
      rows={rows}
      rowKey={(row) => row.digits}
      rowTone={(row) => (isLate(props, row) ? 'late' : row.received && !row.unread ? undefined : 'new')}
      selection={{
        name: 'processo',
        value: (row) => row.digits,
        label: (row) => row.number,
      }}
      sort={{ key: filter.sort, direction: filter.direction }}
      sortHref={(sort: Sort) => address({ sort: sort.key as DeskFilter['sort'], direction: sort.direction })}
      empty={
        <EmptyState title="Nenhum processo nesta lista" icon="desk">
          {isFiltered(filter)
            ? 'Nenhum processo da mesa atende a estes filtros.'
            : props.successors.length > 0
              ? 'Nada mais chega a esta unidade. O que tramitou por ela continua na pesquisa.'
              : 'Quando um processo for aberto aqui ou enviado para esta unidade, ele aparece nesta página.'}
        </EmptyState>
      }
      columns={[
        {
          key: 'number',
          header: 'Processo',
          rowHeader: true,
          sortable: true,
          width: 'fit',
          cell: (row) => (
            <NumberAndSigns
              {...props}
              row={row}
              marks={hostOfMarks(props.columns) ? undefined : marksWithoutColumn(props, row)}
              late={isLate(props, row)}
            />
          ),
        },
        ...columnsOfTable(props),
      ]}
    />
  )
}

/** Marks go to their column where it was chosen, and otherwise to the one with room for them. */
function marksWithoutColumn({ marks, columns }: DeskTableProps, row: DeskRow): DeskMark[] {
  return (marks.get(row.id) ?? []).filter(({ column }) => !column || !columns.includes(column))
}

/** Type and summary, both chosen, are one column: two lines of one thought. */
function columnsOfTable(props: DeskTableProps): Column<DeskRow>[] {
  const { columns, marks, today, page } = props
  const joined = columns.includes('type') && columns.includes('summary')
  const cells = columnCells({
    marks,
    today,
    now: page.now,
    joined,
    host: hostOfMarks(columns),
    hosted: (row) => marksWithoutColumn(props, row),
  })
  return columns.filter((column) => !(joined && column === 'type')).map((column) => cells[column])
}

/** This unit should have sent it back, or has let a deadline of its own pass. */
function isLate({ marks, today }: DeskTableProps, { id, returns }: DeskRow): boolean {
  const mustReturn = returns.some(({ side, due, returnedOn }) => side === 'to-return' && !returnedOn && due < today)
  return mustReturn || (marks.get(id) ?? []).some(({ late }) => late)
}
