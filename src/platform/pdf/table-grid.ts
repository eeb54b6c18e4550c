export interface GridCell<Content> {
  readonly x: number
  readonly y: number
  readonly colspan: number
  readonly rowspan: number
  readonly content: Content
}

interface SpanningCell<Content> {
  readonly colspan: number
  readonly rowspan: number
  readonly content: Content
}

export const GRID_LIMITS = { columns: 40, rows: 5000 } as const

/**
 * Gives every cell its place, as browsers do: a cell goes to the first free column of its row. Spans that would leave
 * the table or lie on another cell are cut, since the page maker refuses a table with two cells on one spot.
 */
export function placeCells<Content>(rows: readonly (readonly SpanningCell<Content>[])[]): {
  columns: number
  cells: GridCell<Content>[]
} {
  const taken = new Set<string>()
  const cells: GridCell<Content>[] = []
  const height = Math.min(rows.length, GRID_LIMITS.rows)
  let columns = 0
  for (const [y, row] of rows.slice(0, height).entries()) {
    let x = 0
    for (const cell of row) {
      while (taken.has(`${x},${y}`)) x += 1
      if (x >= GRID_LIMITS.columns) break
      const colspan = freeColumns(taken, x, y, cell.colspan)
      const rowspan = Math.min(clamp(cell.rowspan), height - y)
      for (let dy = 0; dy < rowspan; dy += 1) for (let dx = 0; dx < colspan; dx += 1) taken.add(`${x + dx},${y + dy}`)
      cells.push({ x, y, colspan, rowspan, content: cell.content })
      x += colspan
      columns = Math.max(columns, x)
    }
  }
  return { columns, cells }
}

/** As many of the wished columns as are free in this row: the rows below it are free wherever this one is. */
function freeColumns(taken: ReadonlySet<string>, x: number, y: number, wished: number): number {
  let free = 1
  while (free < clamp(wished) && x + free < GRID_LIMITS.columns && !taken.has(`${x + free},${y}`)) free += 1
  return free
}

const clamp = (span: number): number => (Number.isInteger(span) && span > 0 ? span : 1)
