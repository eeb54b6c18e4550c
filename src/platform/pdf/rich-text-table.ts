import { cleanText } from './clean-text.ts'
import type { Node } from './json-node.ts'
import type { Block } from './rich-text.ts'
import { placeCells } from './table-grid.ts'

export interface TableBlock {
  readonly kind: 'table'
  readonly caption: string
  readonly columns: number
  /** The rows at the top that are all headings; the reader repeats them on every page. */
  readonly headRows: number
  readonly cells: readonly TableCell[]
}

export interface TableCell {
  readonly x: number
  readonly y: number
  readonly colspan: number
  readonly rowspan: number
  readonly align: string
  readonly header: boolean
  readonly blocks: readonly Block[]
}

/** The table with every cell in its place, or nothing where there is no cell. */
export function readTable(
  table: Node,
  missing: ReadonlySet<string>,
  readCell: (nodes: readonly Node[]) => Block[],
): TableBlock[] {
  const rows = table.content
    .filter((row) => row.content.length > 0)
    .map((row) =>
      row.content.map((cell) => ({
        colspan: Number(cell.attrs.colspan),
        rowspan: Number(cell.attrs.rowspan),
        content: cell,
      })),
    )
  const { columns, cells } = placeCells(rows)
  if (columns === 0) return []
  const drawn = cells.map(({ content, ...place }) => ({
    ...place,
    align: ['left', 'center', 'right'].find((side) => side === content.attrs.align) ?? 'left',
    header: content.type === 'table_header',
    blocks: readCell(content.content),
  }))
  return [
    {
      kind: 'table',
      caption: cleanText(table.attrs.caption, missing),
      columns,
      headRows: headRows(drawn),
      cells: drawn,
    },
  ]
}

/** Rows of nothing but heading cells, from the top, that no cell leaves downwards. */
function headRows(cells: readonly TableCell[]): number {
  return cells.find((cell) => !cell.header || cell.rowspan > 1)?.y ?? cells.at(-1)?.y ?? 0
}
