import { plainWord } from './cells.rules.ts'
import type { Cells } from './row-import.ts'

interface RowOfFile {
  readonly cells: Cells
}

/**
 * Units after those that stand above them in the same file, otherwise in the order of the file. Those of a circle come
 * last and are refused by the rule of the hierarchy.
 */
export function parentsFirst<Row extends RowOfFile>(rows: readonly Row[]): readonly Row[] {
  const aboveOf = pointing(rows)
  const placed = new Set<Row>()
  const ordered: Row[] = []
  for (const row of rows) {
    const way = new Set<Row>()
    for (let at: Row | undefined = row; at && !placed.has(at) && !way.has(at); at = aboveOf(at)) way.add(at)
    for (const one of [...way].reverse()) {
      placed.add(one)
      ordered.push(one)
    }
  }
  return ordered
}

/** The row of the same file with the unit above; none for those of a circle, where no row is the first to be mended. */
export function parentRows<Row extends RowOfFile>(rows: readonly Row[]): (row: Row) => Row | undefined {
  const aboveOf = pointing(rows)
  return (row) => {
    const above = aboveOf(row)
    let at = above
    for (let step = 0; at && step < deepest; step++) {
      if (at === row) return undefined
      at = aboveOf(at)
    }
    return above
  }
}

/** No hierarchy of units is deeper; a circle of more rows than these is told row by row. */
const deepest = 50

/** Of rows about the same unit the first counts: the others are refused as repetitions. */
function pointing<Row extends RowOfFile>(rows: readonly Row[]): (row: Row) => Row | undefined {
  const byName = new Map(rows.toReversed().map((row) => [nameOf(row.cells), row]))
  return ({ cells }) => byName.get(`${plainWord(cells.orgao ?? '')}/${acronymOf(cells.superior ?? '')}`)
}

function nameOf(cells: Cells): string {
  return `${plainWord(cells.orgao ?? '')}/${plainWord(cells.sigla ?? '')}`
}

/** `GS (SET/RN)` → `gs` */
function acronymOf(label: string): string {
  return plainWord(label.replace(/\s*\([^)]*\)\s*$/, ''))
}
