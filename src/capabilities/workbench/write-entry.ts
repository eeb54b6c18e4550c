import type { Actor } from '../../platform/actor.ts'
import { type Database, inTransaction } from '../../platform/db/index.ts'
import { done, type Outcome, refused } from '../../platform/outcome.ts'
import { type CaseRefusal, factsToAct, findCaseFile, refusalsToAct } from '../cases/index.ts'
import { record } from '../history/index.ts'

export const longestEntry = 1_000

export type EntryRefusal = CaseRefusal | { readonly kind: 'empty' } | { readonly kind: 'too-long' }

/** Writes a free sentence into the history (AUD-002): never changed, never removed. Undefined when there is no such case file. */
export async function writeEntry(
  db: Database,
  actor: Actor,
  request: { readonly caseNumber: string; readonly text: string },
  now: Date,
): Promise<Outcome<true, EntryRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const caseFile = await findCaseFile(trx, actor, { digits: request.caseNumber }, 'locked', now)
    if (!caseFile) return undefined
    const text = request.text.trim()
    const refusal = refused<EntryRefusal>([
      ...refusalsToAct('acknowledge-or-comment', factsToAct(caseFile, actor.unitId)),
      ...(text === '' ? [{ kind: 'empty' } as const] : []),
      ...(text.length > longestEntry ? [{ kind: 'too-long' } as const] : []),
    ])
    if (refusal) return refusal
    await record(trx, actor, now, [{ caseFileId: caseFile.id, event: { kind: 'manual-entry', text } }])
    return done(true)
  })
}
