import { plainWord } from './cells.rules.ts'
import type { Cells } from './row-import.ts'

/**
 * Units after those that stand above them in the same file, otherwise in the order of the file. Those of a circle come
 * last and are refused by the rule of the hierarchy.
 */
export function parentsFirst<Row extends { readonly cells: Cells }>(rows: readonly Row[]): readonly Row[] {
  const byName = new Map(rows.map((row) => [nameOf(row.cells), row]))
  const placed = new Set<Row>()
  const ordered: Row[] = []
  for (const row of rows) {
    const way: Row[] = []
    for (let at: Row | undefined = row; at && !placed.has(at) && !way.includes(at); ) {
      way.push(at)
      const { cells }: Row = at
      at = byName.get(`${plainWord(cells.orgao ?? '')}/${acronymOf(cells.superior ?? '')}`)
    }
    for (const one of way.reverse()) {
      placed.add(one)
      ordered.push(one)
    }
  }
  return ordered
}

function nameOf(cells: Cells): string {
  return `${plainWord(cells.orgao ?? '')}/${plainWord(cells.sigla ?? '')}`
}

/** `GS (SET/RN)` → `gs` */
function acronymOf(label: string): string {
  return plainWord(label.replace(/\s*\([^)]*\)\s*$/, ''))
}
