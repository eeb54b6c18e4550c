import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import { findCaseFiles } from '../../cases/index.ts'
import type { TermDay } from '../counting/count-days.rules.ts'
import { daysOfCount } from '../counting/count-term.ts'
import type { Deadline } from '../deadline.ts'
import { selectByIds, selectOfCases } from './deadline.queries.ts'

/** One deadline of the actor's unit; undefined where it is gone, another unit's, or its case file not for this actor. */
export async function findDeadline(db: Database, actor: Actor, id: string, now: Date): Promise<Deadline | undefined> {
  const [deadline] = /^\d{1,18}$/.test(id) ? await findDeadlines(db, actor, [id], now) : []
  return deadline
}

/** Those of these deadlines that are the unit's and whose case files pass the gate. */
export async function findDeadlines(
  db: Database,
  actor: Actor,
  ids: readonly string[],
  now: Date,
): Promise<Deadline[]> {
  const deadlines = ids.length > 0 ? await selectByIds(db, actor, ids, now) : []
  if (deadlines.length === 0) return []
  const keys = [...new Set(deadlines.map(({ caseFileId }) => caseFileId))].map((id) => ({ id }))
  const passing = new Set((await findCaseFiles(db, actor, keys, 'reading', now)).map(({ id }) => id))
  return deadlines.filter(({ caseFileId }) => passing.has(caseFileId))
}

/** The deadlines of the actor's unit in these case files, which have passed the gate. */
export function deadlinesOf(
  db: Database,
  actor: Actor,
  caseFileIds: readonly string[],
  which: 'open' | 'all',
  now: Date,
): Promise<Deadline[]> {
  return selectOfCases(db, actor, caseFileIds, which, now)
}

/** How the day of a deadline was found, and the day it would be with the holidays of now, where that is another one. */
export async function recount(
  db: Database,
  agencyId: string,
  { count, dueOn }: Deadline,
): Promise<{ readonly days: readonly TermDay[]; readonly recounted: string | undefined }> {
  if (!count) return { days: [], recounted: undefined }
  const days = await daysOfCount(db, agencyId, count)
  const end = days.at(-1)?.date
  return { days, recounted: end === dueOn ? undefined : end }
}
