import type { Actor } from '../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { mostWaiting } from '../copy-contents.rules.ts'
import type { AskRefusal } from './ask-copy.rules.ts'
import { enqueueCopy } from './ask-copy.ts'
import { countUnfinished, requeue } from './copies.queries.ts'
import { findCopy } from './find-copy.ts'

/**
 * Asks again for a copy that could not be made. Undefined when there is no such copy for this actor. Asked twice, it is
 * made once.
 */
export async function retryCopy(
  db: Database,
  actor: Actor,
  id: string,
  now: Date,
): Promise<Outcome<true, AskRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const copy = await findCopy(trx, actor, id, now)
    if (!copy || 'passwordFor' in copy) return undefined
    if ((await countUnfinished(trx, actor.userId)) >= mostWaiting) return refuse({ kind: 'too-many-waiting' })
    if (await requeue(trx, actor, id, now)) await enqueueCopy(trx, id)
    return done(true)
  })
}
