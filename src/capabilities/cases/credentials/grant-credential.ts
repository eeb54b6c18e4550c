import type { Actor } from '../../../platform/actor.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse, refused } from '../../../platform/outcome.ts'
import { refusalsOfAct } from '../administrative-acts.rules.ts'
import type { CaseRefusal } from '../case-actions.rules.ts'
import { factsToAct } from '../facts-to-act.ts'
import { findCaseFile } from '../find-case-file.ts'
import { selectHolder } from './credentials.queries.ts'
import { giveCredential, type Holder } from './give-credential.ts'
import type { WayOfGranting } from './grant-to.ts'

export interface GrantRequest {
  readonly digits: string
  readonly accountId: string
  readonly unitId: string
}

export type GrantRefusal =
  | CaseRefusal
  | { readonly kind: 'nobody-there' }
  | { readonly kind: 'already-holds'; readonly name: string }

/**
 * Lets somebody open a confidential case file in one of the units where they work (PRO-080). That is how a confidential
 * case file moves: it comes to the desk of that unit, for who has the credential.
 */
export async function grantCredential(
  db: Database,
  actor: Actor,
  request: GrantRequest,
  now: Date,
  way: WayOfGranting = 'granted',
): Promise<Outcome<Holder, GrantRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const caseFile = await findCaseFile(trx, actor, { digits: request.digits }, 'locked', now)
    if (!caseFile) return undefined
    const holder = await selectHolder(trx, request, todayIn(now))
    const refusal = refused<GrantRefusal>([
      ...refusalsOfAct('manage-credentials', factsToAct(caseFile, actor.unitId)),
      ...(holder ? [] : [{ kind: 'nobody-there' } as const]),
    ])
    if (refusal || !holder) return refusal ?? refuse<GrantRefusal>({ kind: 'nobody-there' })
    const given = await giveCredential(trx, actor, caseFile, holder, now, way)
    return given ? done(holder) : refuse<GrantRefusal>({ kind: 'already-holds', name: holder.name })
  })
}
