import type { Actor } from '../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { findLinked } from '../linked-case-file.ts'
import type { RequestToRegister } from './request.ts'
import { insertRequest } from './requests.queries.ts'

export type RegisterRefusal = { readonly kind: 'no-such-case-file' }

/**
 * Writes down that somebody asks to be heard: by telephone, at the counter or by e-mail (AG-01, AG-08). Undefined: this
 * unit keeps no such agenda.
 */
export async function registerRequest(
  db: Database,
  actor: Actor,
  { caseNumber, ...request }: RequestToRegister,
  now: Date,
): Promise<Outcome<{ id: string }, RegisterRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const caseFile = caseNumber ? await findLinked(trx, actor, { digits: caseNumber }, now) : undefined
    if (caseNumber && !caseFile) return refuse({ kind: 'no-such-case-file' })
    const id = await insertRequest(trx, actor, { ...request, caseFileId: caseFile?.id ?? null }, now)
    return id ? done({ id }) : undefined
  })
}
