import type { ComponentChildren } from 'preact'
import type { Sheet } from '../../../platform/spreadsheet/index.ts'
import { formatCount, LinkButton, Table, Toolbar } from '../../../ui/index.ts'

/** A cell as read by people; numbers of days and shares are given with the words around them. */
export type Shown = ComponentChildren

interface FigureTableProps {
  readonly id: string
  readonly caption: string
  readonly sheet: Sheet
  /** What is shown instead of the plain value. */
  readonly show?: (row: number, column: number) => Shown
  /** Columns of figures, by their place; all but the first unless said otherwise. */
  readonly numeric?: readonly number[]
  readonly empty?: ComponentChildren
}

/** The table that is taken away, as a page shows it: the first column names the row. */
export function FigureTable({ id, caption, sheet, show, numeric, empty }: FigureTableProps) {
  const isNumeric = (column: number) => numeric?.includes(column) ?? column > 0
  const places = sheet.rows.map((_, index) => index)
  return (
    <Table<number>
      id={id}
      caption={caption}
      rows={places}
      rowKey={String}
      empty={empty ?? <p class="secondary">Nada no período.</p>}
      columns={sheet.columns.map((header, column) => ({
        key: String(column),
        header,
        rowHeader: column === 0,
        numeric: isNumeric(column),
        cell: (row) => show?.(row, column) ?? plain(sheet.rows[row]?.[column]),
      }))}
    />
  )
}

function plain(value: string | number | undefined): string {
  if (value === undefined) return '—'
  return typeof value === 'number' ? formatCount(value) : value
}

/** Links that take the table away in each format. `address` has its question mark already. */
export function TakeAway({ address, what }: { readonly address: string; readonly what: string }) {
  return (
    <Toolbar label={`Baixar ${what}`}>
      {(['csv', 'ods', 'xlsx'] as const).map((format) => (
        <LinkButton key={format} href={`${address}&formato=${format}`} icon="download" small download>
          {format.toUpperCase()}
          <span class="visually-hidden"> de {what}</span>
        </LinkButton>
      ))}
    </Toolbar>
  )
}
