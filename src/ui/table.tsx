// biome-ignore-all lint/a11y/noRedundantRoles: a table laid out as cards loses the roles that it has by itself.
// biome-ignore-all lint/a11y/useSemanticElements: a row header says so by its role, and needs no scope besides.
import type { ComponentChildren } from 'preact'
import { classNames } from './class-names.ts'
import { Icon } from './icons/icon.tsx'
import { safeHref } from './link.tsx'

/** A column: what stands above it and what each row shows in it. */
export type Column<Row> = {
  readonly key: string
  readonly header: string
  readonly cell: (row: Row) => ComponentChildren
  /** This column names the row; one of them at most. */
  readonly rowHeader?: boolean | undefined
  /** Figures of one size, set to the right. */
  readonly numeric?: boolean | undefined
  readonly sortable?: boolean | undefined
  /** `narrow` takes what it needs and breaks no line; `fit` too, where what it shows breaks none by itself (numbers of
   * case files, moments); `wide` gets what is left. */
  readonly width?: 'narrow' | 'fit' | 'wide' | undefined
  /** On a card it needs no name beside it: it says itself what it is. */
  readonly plain?: boolean | undefined
  /** The header is only read, not seen, e.g. over a column of buttons. */
  readonly headerHidden?: boolean | undefined
}

/** The order of the rows, over all pages. */
export type Sort = { readonly key: string; readonly direction: 'asc' | 'desc' }

/** The choosing of rows for an act on many of them. */
export type Selection<Row> = {
  readonly name: string
  readonly value: (row: Row) => string
  /** What is chosen, for screen readers: `processo 00001.000123/2025-11`. */
  readonly label: (row: Row) => string
  readonly checked?: ((row: Row) => boolean) | undefined
  /** Id of the form that gets the chosen values, when the table stands outside of it. */
  readonly form?: string | undefined
}

type TableProps<Row> = {
  id: string
  caption: ComponentChildren
  captionHidden?: boolean | undefined
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** `stack` turns rows into cards where it is narrow; `scroll` lets it scroll sideways, for figures to compare. */
  layout?: 'stack' | 'scroll' | undefined
  selection?: Selection<Row> | undefined
  sort?: Sort | undefined
  /** Address of the page in that order; given, the headers of sortable columns are links. */
  sortHref?: ((sort: Sort) => string) | undefined
  /** Shown instead of the table when there is no row. */
  empty?: ComponentChildren
  /** Sets a row apart: `new` is strong, `muted` grey, `danger` with a red edge, `late` with both: strong and a red edge. */
  rowTone?: ((row: Row) => 'new' | 'muted' | 'warning' | 'danger' | 'late' | undefined) | undefined
  /** Name of the shortcut that takes the focus to it. */
  shortcut?: string | undefined
}

/** Rows and columns. On a narrow screen every cell carries the name of its column. */
export function Table<Row>(props: TableProps<Row>) {
  if (props.rows.length === 0 && props.empty) return <>{props.empty}</>
  const { id, layout = 'stack', selection } = props
  const region = { role: 'region', 'aria-labelledby': `${id}-legenda`, tabindex: 0 } as const
  return (
    <div
      class={classNames(
        'table-frame',
        `table-frame--${layout}`,
        props.columns.length > 4 && 'table-frame--many-columns',
      )}
      {...(layout === 'scroll' ? region : {})}
    >
      {/* The roles are written out: a table laid out as cards would lose them. */}
      <table
        class={classNames('table', selection && 'table--selection')}
        id={id}
        role="table"
        tabindex={props.shortcut ? -1 : undefined}
        data-atalho={props.shortcut}
      >
        <caption class={props.captionHidden ? 'visually-hidden' : 'table__caption'} id={`${id}-legenda`}>
          {props.caption}
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            {selection ? <SelectAll tableId={id} selection={selection} /> : null}
            {props.columns.map((column) => (
              <Header key={column.key} column={column} sort={props.sort} sortHref={props.sortHref} />
            ))}
          </tr>
        </thead>
        {/* Where a skip link leads: the next Tab is the first row. */}
        <tbody role="rowgroup" id={`${id}-linhas`} tabindex={-1}>
          {props.rows.map((row) => (
            <Line key={props.rowKey(row)} row={row} table={props} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Line<Row>({ row, table }: { row: Row; table: TableProps<Row> }) {
  const tone = table.rowTone?.(row)
  const { selection } = table
  return (
    <tr role="row" class={tone && `table__row--${tone}`}>
      {selection ? (
        <td role="cell">
          <input
            type="checkbox"
            name={selection.name}
            value={selection.value(row)}
            checked={selection.checked?.(row)}
            form={selection.form}
            aria-label={selection.label(row)}
          />
        </td>
      ) : null}
      {table.columns.map((column) => (
        <Cell key={column.key} column={column}>
          {column.cell(row)}
        </Cell>
      ))}
    </tr>
  )
}

/** A cell with nothing to say: a stroke in a line of columns, left out where a row is a card. */
export const nothing = <>—</>

/** Many rows make a long page, so a cell carries what it alone knows: mere words, the name of its column for a card. */
function Cell<Row>({ column, children }: { column: Column<Row>; children: ComponentChildren }) {
  if (column.rowHeader) {
    return (
      <th role="rowheader" class={column.width === 'narrow' ? 'table__narrow' : undefined}>
        {children}
      </th>
    )
  }
  // The stroke is drawn by the sheet of styles: two such cells a row are a large part of a desk.
  if (children === nothing) return <td role="cell" />
  const look = classNames(column.numeric && 'table__numeric', column.width === 'narrow' && 'table__narrow')
  const label = column.headerHidden || column.plain ? undefined : column.header
  return (
    <td role="cell" class={look} data-label={label}>
      {children}
    </td>
  )
}

function Header<Row>({ column, sort, sortHref }: { column: Column<Row> } & Pick<TableProps<Row>, 'sort' | 'sortHref'>) {
  const current = sort?.key === column.key ? sort.direction : undefined
  const label = column.headerHidden ? <span class="visually-hidden">{column.header}</span> : column.header
  const links = sortHref && column.sortable
  return (
    <th
      role="columnheader"
      scope="col"
      class={classNames(cellClass(column), links && 'table__sortable')}
      aria-sort={current && (current === 'asc' ? 'ascending' : 'descending')}
    >
      {links ? (
        <a
          class="table__sort"
          href={safeHref(sortHref({ key: column.key, direction: current === 'asc' ? 'desc' : 'asc' }))}
        >
          {label}
          {current ? <Icon name={current === 'asc' ? 'arrowUp' : 'arrowDown'} /> : null}
        </a>
      ) : (
        label
      )}
    </th>
  )
}

function SelectAll<Row>({ tableId, selection }: { tableId: string; selection: Selection<Row> }) {
  return (
    <th role="columnheader" scope="col" class="table__select">
      <span class="visually-hidden">Seleção</span>
      <input
        type="checkbox"
        aria-label="Selecionar todas as linhas"
        data-seleciona-todos={tableId}
        form={selection.form}
        hidden
      />
      <span class="table__select-words" aria-hidden="true">
        Selecionar todos
      </span>
    </th>
  )
}

function cellClass<Row>(column: Column<Row>) {
  return classNames(
    column.numeric && 'table__numeric',
    column.width && `table__${column.width === 'fit' ? 'narrow' : column.width}`,
    column.plain && 'table__plain',
  )
}
