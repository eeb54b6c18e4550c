import { type DeskRow, rowsForDesk } from './requests/review-requests.queries.ts'

/** A sign beside a number on the desk. */
export interface ReviewMark {
  readonly label: string
  readonly tone: 'warning' | 'success' | 'info'
  readonly icon: 'eye'
  readonly detail: string
  readonly late?: boolean
}

/** Reviews that wait for this person, and answers to what this person asked: rows of the desk's one statement of marks. */
export const reviewMarks = { rows: rowsForDesk, told: reviewMarksOf } as const

function reviewMarksOf(rows: readonly DeskRow[], today: string): ReadonlyMap<string, readonly ReviewMark[]> {
  const marks = new Map<string, ReviewMark[]>()
  for (const { caseFileId, part, person, dueOn } of rows) {
    const until = dueOn ? `, para ${dueOn.split('-').reverse().join('/')}` : ''
    const mark: ReviewMark =
      part === 'waiting'
        ? {
            label: 'Revisão pedida a você',
            tone: 'warning',
            icon: 'eye',
            detail: `Revisão pedida a você por ${person}${until}`,
            ...(dueOn && dueOn < today ? { late: true } : {}),
          }
        : part === 'approved'
          ? { label: 'Revisão aprovada', tone: 'success', icon: 'eye', detail: `Minuta aprovada por ${person}` }
          : { label: 'Revisão devolvida', tone: 'info', icon: 'eye', detail: `Minuta devolvida por ${person}` }
    marks.set(caseFileId, [...(marks.get(caseFileId) ?? []), mark])
  }
  return marks
}
