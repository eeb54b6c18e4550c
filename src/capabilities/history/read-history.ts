import type { Database } from '../../platform/db/index.ts'
import type { CaseEvent } from './case-event.ts'
import { type EventRow, selectEvents } from './history.queries.ts'
import { linkedNumbers, withoutNumbers } from './linked-numbers.rules.ts'
import { tell } from './sentences.text.ts'
import { leftOutOfSummary } from './summary.rules.ts'

export interface HistoryLine {
  readonly id: string
  readonly at: Date
  readonly text: string
  readonly kind: CaseEvent['kind']
  readonly person: string | undefined
  readonly unit: string | undefined
  /** Whether only this unit reads it. */
  readonly ours: boolean
}

export interface HistoryPage {
  readonly lines: readonly HistoryLine[]
  readonly total: number
  readonly pageSize: number
}

const pageSize = 50

/** Which of these numbers of other case files the reader may not know today. */
export type SecretNumbers = (numbers: readonly string[]) => Promise<ReadonlySet<string>>

/**
 * The history of a case file that has passed the gate, newest first: the summary or all of it. What concerns one unit
 * alone is read by that unit alone (AUD-006). `secretNumbers` is asked only where other case files are named.
 */
export async function readHistory(
  db: Database,
  request: {
    readonly caseFileId: string
    readonly unitId: string
    readonly view: 'summary' | 'complete'
    readonly page: number
  },
  secretNumbers: SecretNumbers,
): Promise<HistoryPage> {
  const leftOut = request.view === 'summary' ? leftOutOfSummary : []
  const { rows, total } = await selectEvents(db, { ...request, leftOut, pageSize })
  const numbers = linkedNumbers(rows)
  const secret = numbers.length > 0 ? await secretNumbers(numbers) : new Set<string>()
  return { lines: rows.map((row) => lineOf(withoutNumbers(row, secret))), total, pageSize }
}

function lineOf(row: EventRow): HistoryLine {
  return {
    id: row.id,
    at: row.at,
    text: tell({ kind: row.kind, ...row.facts } as CaseEvent),
    kind: row.kind as CaseEvent['kind'],
    person: personOf(row),
    unit: row.unit ?? undefined,
    ours: row.scope === 'unit',
  }
}

/** With whose place the person was in, where it was another's. */
function personOf({ person, facts }: EventRow): string | undefined {
  if (person === null) return undefined
  const { substituting } = facts
  return typeof substituting === 'string' ? `${person} (substituindo: ${substituting})` : person
}
