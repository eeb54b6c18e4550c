import type { Actor } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'
import { selectForDesk } from './requests/review-requests.queries.ts'

/** A sign beside a number on the desk. */
export interface ReviewMark {
  readonly label: string
  readonly tone: 'warning' | 'success' | 'info'
  readonly icon: 'eye'
  readonly detail: string
  readonly late?: boolean
}

/** Reviews that wait for this person, and answers to what this person asked, in one statement for the whole page. */
export async function reviewMarksOn(
  db: Database,
  actor: Actor,
  caseFileIds: readonly string[],
  today: string,
  now: Date,
): Promise<ReadonlyMap<string, readonly ReviewMark[]>> {
  if (caseFileIds.length === 0) return new Map()
  const marks = new Map<string, ReviewMark[]>()
  for (const { caseFileId, part, person, dueOn } of await selectForDesk(db, actor, caseFileIds, now)) {
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
