import type { Actor } from '../../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../../platform/db/index.ts'
import { explainChange } from '../../publishing/change.text.ts'
import { stepExternal } from '../step-external.ts'
import { takenNames } from '../steps.text.ts'
import type { ReturnLine } from './return-line.ts'

/** What became of a line. */
export interface ReturnResult {
  readonly line: number
  readonly number: string
  readonly done: boolean
  readonly text: string
}

/**
 * Does what each line of a list of returns says, one after the other, each as if it had been typed. A line that is refused
 * leaves the others as they are. Of a document that this actor may not read the same is said as of one that is not there.
 */
export async function recordReturns(
  db: Database,
  actor: Actor,
  lines: readonly ReturnLine[],
  now: Date,
): Promise<readonly ReturnResult[]> {
  return inTransaction(db, async (trx) => {
    const results: ReturnResult[] = []
    for (const { line, number, request, problem } of lines) {
      const outcome = request && (await stepExternal(trx, actor, request, now))
      const refused =
        outcome && !outcome.done ? outcome.refusals.map((one) => explainChange(one).message).join(' ') : ''
      const text = problem ?? (outcome?.done ? takenNames[request?.step ?? 'sent'] : refused || notFound)
      results.push({ line, number, done: outcome?.done === true, text })
    }
    return results
  })
}

const notFound = 'Não há publicação deste documento em diário que esta unidade acompanhe.'
