import type { EntryState } from '../day-book/entry.ts'

/** A line as it stands when its day is closed. */
export interface ClosedLine {
  readonly entryId: string
  /** New since the page before; open on it; or settled on it and open again. */
  readonly came: 'received' | 'carried' | 'reopened'
  readonly isOpen: boolean
  readonly state: EntryState
  readonly responsible: string
  readonly caseFileId: string | null
  readonly dueOn: string | null
  readonly number: number
  readonly year: number
}

export interface ClosedTotals {
  readonly received: number
  readonly carried: number
  readonly reopened: number
  readonly settled: number
  readonly open: number
  /** Of what was received: those that are in a case file (QD-04). */
  readonly formalised: number
}

/** The figures of a page, from its own lines, so that they always add up. */
export function totalsOf(
  lines: readonly { readonly came: ClosedLine['came']; readonly isOpen: boolean; readonly isInCase: boolean }[],
): ClosedTotals {
  const count = (holds: (line: (typeof lines)[number]) => boolean) => lines.filter(holds).length
  return {
    received: count(({ came }) => came === 'received'),
    carried: count(({ came }) => came === 'carried'),
    reopened: count(({ came }) => came === 'reopened'),
    settled: count(({ isOpen }) => !isOpen),
    open: count(({ isOpen }) => isOpen),
    formalised: count(({ came, isInCase }) => came === 'received' && isInCase),
  }
}

/** What a signature says that it is of. The acronym is that of the signature, and stays though the unit changes its own. */
export function nameOfPage(page: { readonly number: number; readonly year: number; readonly unit: string }): string {
  return `Quadro do dia ${page.number}/${page.year} – ${page.unit}`
}

/** What the hash of a page is taken of: its number and day, and every line in its order. */
export function wordsOfPage(
  page: { readonly unitId: string; readonly day: string; readonly year: number; readonly number: number },
  lines: readonly ClosedLine[],
): string {
  return [
    [page.unitId, page.day, page.year, page.number].join(';'),
    ...lines.map((line) =>
      JSON.stringify([
        ...[line.entryId, line.year, line.number, line.came, line.isOpen, line.state],
        ...[line.responsible, line.caseFileId, line.dueOn],
      ]),
    ),
  ].join('\n')
}
