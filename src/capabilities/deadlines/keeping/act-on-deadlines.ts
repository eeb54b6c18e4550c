import type { Actor } from '../../../platform/actor.ts'
import { type LocalDate, todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refused } from '../../../platform/outcome.ts'
import { factsToAct, findCaseFiles, refusalsToAct } from '../../cases/index.ts'
import { type CaseEvent, record } from '../../history/index.ts'
import { dueOfTerm, type Term } from '../counting/count-term.ts'
import type { Deadline } from '../deadline.ts'
import { type DeadlineContent, selectByIds, updateConcluded, updateContent, updateDeleted } from './deadline.queries.ts'
import { type DeadlineRefusal, refusalsToActOn } from './deadline.rules.ts'

/** What is to be done with deadlines: changed to another day, concluded, reopened after that, or deleted. */
export type DeadlineDeed =
  | { readonly act: 'conclude' | 'reopen' | 'delete' }
  | {
      readonly act: 'change'
      /** Undefined: each keeps its own. */
      readonly text?: string | undefined
      /** Undefined: each keeps its own day and hour. */
      readonly due?: { readonly term: Term; readonly time: string | undefined } | undefined
    }

/** What became of one deadline. */
export interface DeadlineDone {
  readonly deadline: Deadline
  readonly outcome: Outcome<{ readonly due: LocalDate }, DeadlineRefusal>
}

/**
 * Does the same with each of these deadlines of the actor's unit (PRO-109, PRO-156). The unit keeps its deadlines wherever
 * the case file is. Deadlines that are another unit's, gone, or in a case file not for this actor are not in the answer.
 */
export async function actOnDeadlines(
  db: Database,
  actor: Actor,
  ids: readonly string[],
  deed: DeadlineDeed,
  now: Date,
): Promise<readonly DeadlineDone[]> {
  return inTransaction(db, async (trx) => {
    const named = await selectByIds(trx, actor, ids, now)
    const keys = [...new Set(named.map(({ caseFileId }) => caseFileId))].map((id) => ({ id }))
    const caseFiles = new Map(
      (await findCaseFiles(trx, actor, keys, 'locked', now)).map((caseFile) => [caseFile.id, caseFile]),
    )
    // Read again under the lock of their case files: what was there a moment ago may be concluded or gone.
    const deadlines = (await selectByIds(trx, actor, ids, now)).filter(({ caseFileId }) => caseFiles.has(caseFileId))
    const newDue = deed.act === 'change' && deed.due ? await dueOfTerm(trx, actor.agencyId, deed.due.term) : undefined
    const judged = deadlines.map((deadline) => {
      const caseFile = caseFiles.get(deadline.caseFileId)
      const facts = { concluded: deadline.concludedAt !== undefined, due: deadline.dueOn, newDue, today: todayIn(now) }
      const ofCase = caseFile ? refusalsToAct('follow', factsToAct(caseFile, actor.unitId)) : []
      return { deadline, refusal: refused<DeadlineRefusal>([...ofCase, ...refusalsToActOn(deed.act, facts)]) }
    })
    const accepted = judged.filter(({ refusal }) => !refusal).map(({ deadline }) => deadline)
    await carryOut(trx, actor, accepted, deed, newDue, now)
    return judged.map(({ deadline, refusal }) => ({
      deadline,
      outcome: refusal ?? done({ due: newDue ?? deadline.dueOn }),
    }))
  })
}

async function carryOut(
  db: Database,
  actor: Actor,
  deadlines: readonly Deadline[],
  deed: DeadlineDeed,
  newDue: LocalDate | undefined,
  now: Date,
): Promise<void> {
  if (deadlines.length === 0) return
  const ids = deadlines.map(({ id }) => id)
  const events = deadlines.map((deadline) => ({
    caseFileId: deadline.caseFileId,
    scope: 'unit' as const,
    event: eventOf(deadline, deed, newDue),
  }))
  await Promise.all([
    deed.act === 'conclude' ? updateConcluded(db, ids, actor.userId, now) : undefined,
    deed.act === 'reopen' ? updateConcluded(db, ids, undefined, now) : undefined,
    deed.act === 'delete' ? updateDeleted(db, ids, actor.userId, now) : undefined,
    ...(deed.act === 'change'
      ? changes(deadlines, deed, newDue).map((one) => updateContent(db, actor, one.ids, one, now))
      : []),
    record(db, actor, now, events),
  ])
}

type Change = Extract<DeadlineDeed, { act: 'change' }>

/** One statement where all get the same day; one for each where each keeps its own. */
function changes(deadlines: readonly Deadline[], { text, due }: Change, newDue: LocalDate | undefined) {
  if (due && newDue) {
    const count: DeadlineContent['count'] = 'due' in due.term ? undefined : due.term
    return [{ ids: deadlines.map(({ id }) => id), text, dueOn: newDue, dueTime: due.time, count }]
  }
  return deadlines.map(({ id, dueOn, dueTime, count }) => ({ ids: [id], text, dueOn, dueTime, count }))
}

function eventOf(deadline: Deadline, deed: DeadlineDeed, newDue: LocalDate | undefined): CaseEvent {
  const { text, dueOn: due } = deadline
  switch (deed.act) {
    case 'conclude':
      return { kind: 'deadline-concluded', text, due }
    case 'reopen':
      return { kind: 'deadline-reopened', text, due }
    case 'delete':
      return { kind: 'deadline-deleted', text, due }
    case 'change':
      return { kind: 'deadline-changed', text: deed.text ?? text, from: due, to: newDue ?? due }
  }
}
