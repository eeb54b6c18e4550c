import type { Actor } from '../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { enqueue } from '../../../platform/jobs/index.ts'
import { done, type Outcome, refused } from '../../../platform/outcome.ts'
import { factsToAct, findCaseFile, refusalsToAct } from '../../cases/index.ts'
import { documentsOf } from '../../documents/index.ts'
import { type CopyKind, estimate, whyNotInPdf } from '../copy-contents.rules.ts'
import { type AskRefusal, refusalsToAsk } from './ask-copy.rules.ts'
import { countUnfinished, insertExport } from './copies.queries.ts'

export interface AskRequest {
  /** Digits of the case file's number. */
  readonly caseDigits: string
  readonly kind: CopyKind
  /** The nº SEI of each. Those that may not be read are left out without a word. */
  readonly numbers: readonly string[]
}

/** The job that makes a copy. */
export const copyTask = 'output.export'

/** The job of one copy: there is one at a time, however often it is asked for. */
export async function enqueueCopy(db: Database, exportId: string, runAt?: Date): Promise<void> {
  await enqueue(db, copyTask, { exportId }, { key: `${copyTask}:${exportId}`, ...(runAt ? { runAt } : {}) })
}

/**
 * Asks for a copy of a case file: the row and its job, in one transaction. Undefined when there is no such case file for
 * this actor. What may be read is asked again when the copy is made and when it is fetched.
 */
export async function askCopy(
  db: Database,
  actor: Actor,
  request: AskRequest,
  now: Date,
): Promise<Outcome<{ id: string }, AskRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const caseFile = await findCaseFile(trx, actor, { digits: request.caseDigits }, 'reading', now)
    if (!caseFile || refusalsToAct('export', factsToAct(caseFile, actor.unitId)).length > 0) return undefined
    const [documents, waiting] = await Promise.all([
      documentsOf(trx, actor, caseFile),
      countUnfinished(trx, actor.userId),
    ])
    const asked = new Set(request.numbers.map(Number))
    const chosen = documents.filter(
      ({ number, readRefusals }) => readRefusals.length === 0 && asked.has(Number(number)),
    )
    const refusal = refused(
      refusalsToAsk({
        copyKind: request.kind,
        chosen: asked.size,
        readable: chosen.length,
        convertible: chosen.filter((document) => whyNotInPdf(document) === undefined).length,
        sizeBytes: estimate(chosen, request.kind),
        waiting,
      }),
    )
    if (refusal) return refusal
    const documentIds = chosen.map(({ id }) => id)
    const id = await insertExport(trx, actor, { caseFileId: caseFile.id, kind: request.kind, documentIds }, now)
    await enqueueCopy(trx, id)
    return done({ id })
  })
}
