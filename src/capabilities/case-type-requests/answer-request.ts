import type { Actor } from '../../platform/actor.ts'
import { type Database, inTransaction } from '../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../platform/outcome.ts'
import { type CaseTypeRequest, type SaveRefusal, saveCaseType } from '../classification/index.ts'
import { sendCaseFile } from '../routing/index.ts'
import { type RequestRow, updateAnswer } from './requests.queries.ts'

export type AnswerRefusal = SaveRefusal | { readonly kind: 'answered' }

class AnsweredMeanwhile extends Error {}

/** Creates the type as the analysis wrote it, answers the request with it, and sends the case file back. */
export async function approveRequest(
  db: Database,
  actor: Actor,
  request: RequestRow,
  type: CaseTypeRequest,
  now: Date,
): Promise<Outcome<{ caseTypeId: string }, AnswerRefusal>> {
  try {
    return await inTransaction(db, async (trx) => {
      const saved = await saveCaseType(trx, actor, undefined, type, now)
      if (!saved.done) return saved
      const caseTypeId = saved.value.id
      const answer = { state: 'approved', text: `Criado o tipo “${type.name}”.`, caseTypeId } as const
      if (!(await updateAnswer(trx, actor, request.id, answer, now))) throw new AnsweredMeanwhile()
      await sendBack(trx, actor, request, now)
      return done({ caseTypeId })
    })
  } catch (error) {
    if (error instanceof AnsweredMeanwhile) return refuse({ kind: 'answered' })
    throw error
  }
}

/** Refuses with a reason, and sends the case file back. */
export async function refuseRequest(
  db: Database,
  actor: Actor,
  request: RequestRow,
  reason: string,
  now: Date,
): Promise<Outcome<true, { readonly kind: 'answered' }>> {
  return inTransaction(db, async (trx) => {
    if (!(await updateAnswer(trx, actor, request.id, { state: 'refused', text: reason }, now))) {
      return refuse({ kind: 'answered' })
    }
    await sendBack(trx, actor, request, now)
    return done(true)
  })
}

/** Where the case file lies on the desk of who answers. Elsewhere it stays: the answer does not wait for it. */
async function sendBack(db: Database, actor: Actor, request: RequestRow, now: Date): Promise<void> {
  await sendCaseFile(db, actor, { caseNumber: request.caseDigits, to: [request.unitId], keepOpen: false }, now)
}
