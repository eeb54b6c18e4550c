import type { Actor } from '../../../platform/actor.ts'
import { type LocalDate, todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refused } from '../../../platform/outcome.ts'
import { type CaseFile, factsToAct, findCaseFiles, refusalsToAct } from '../../cases/index.ts'
import { record } from '../../history/index.ts'
import { dueOfTerm, type Term } from '../counting/count-term.ts'
import { countOpen, insertDeadlines } from './deadline.queries.ts'
import { type DeadlineRefusal, refusalsToSet } from './deadline.rules.ts'

export interface DeadlineToSet {
  /** Digits of the case files; at most 100. */
  readonly caseNumbers: readonly string[]
  /** 1 to 300 characters. */
  readonly text: string
  readonly term: Term
  /** 'HH:MM'. */
  readonly dueTime?: string | undefined
}

/** What became of one case file. */
export interface DeadlineSet {
  readonly number: string
  readonly digits: string
  readonly outcome: Outcome<{ readonly due: LocalDate }, DeadlineRefusal>
}

/**
 * Sets the same deadline in each of the case files, for the actor's unit alone (PRO-156, PRO-109). Case files that are not
 * for this actor are simply not in the answer.
 */
export async function setDeadlines(
  db: Database,
  actor: Actor,
  request: DeadlineToSet,
  now: Date,
): Promise<readonly DeadlineSet[]> {
  return inTransaction(db, async (trx) => {
    const keys = [...new Set(request.caseNumbers)].map((digits) => ({ digits }))
    const caseFiles = await findCaseFiles(trx, actor, keys, 'locked', now)
    const ids = caseFiles.map(({ id }) => id)
    const [dueOn, open] = await Promise.all([
      dueOfTerm(trx, actor.agencyId, request.term),
      countOpen(trx, actor.unitId, ids),
    ])
    const judged = caseFiles.map((caseFile) => ({
      caseFile,
      refusal: judge(caseFile, dueOn, open.get(caseFile.id) ?? 0),
    }))
    const accepted = judged.filter(({ refusal }) => !refusal).map(({ caseFile }) => caseFile)
    const { text, dueTime, term } = request
    const content = { text, dueOn, dueTime, count: 'due' in term ? undefined : term }
    if (accepted.length > 0) {
      const event = { kind: 'deadline-set', text, due: dueOn, ...(dueTime ? { time: dueTime } : {}) } as const
      await Promise.all([
        insertDeadlines(
          trx,
          actor,
          accepted.map(({ id }) => id),
          content,
          now,
        ),
        record(
          trx,
          actor,
          now,
          accepted.map(({ id }) => ({ caseFileId: id, scope: 'unit', event })),
        ),
      ])
    }
    return judged.map(({ caseFile: { number, digits }, refusal }) => ({
      number,
      digits,
      outcome: refusal ?? done({ due: dueOn }),
    }))
  })

  function judge(caseFile: CaseFile, due: LocalDate, alreadyOpen: number) {
    return refused<DeadlineRefusal>([
      ...refusalsToAct('annotate', factsToAct(caseFile, actor.unitId)),
      ...refusalsToSet({ due, today: todayIn(now), alreadyOpen }),
    ])
  }
}
