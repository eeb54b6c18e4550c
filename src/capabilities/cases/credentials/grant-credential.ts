import type { Actor } from '../../../platform/actor.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse, refused } from '../../../platform/outcome.ts'
import { refusalsOfAct } from '../administrative-acts.rules.ts'
import type { CaseRefusal } from '../case-actions.rules.ts'
import { factsToAct } from '../facts-to-act.ts'
import { findCaseFile } from '../find-case-file.ts'
import { changeHoldings } from '../holdings.ts'
import { selectHolder, selectOpenUnitIds } from './credentials.queries.ts'
import { grantTo } from './grant-to.ts'

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
): Promise<Outcome<true, GrantRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const caseFile = await findCaseFile(trx, actor, { digits: request.digits }, 'locked', now)
    if (!caseFile) return undefined
    const [holder, openUnitIds] = await Promise.all([
      selectHolder(trx, request, todayIn(now)),
      selectOpenUnitIds(trx, caseFile.id),
    ])
    const refusal = refused<GrantRefusal>([
      ...refusalsOfAct('manage-credentials', factsToAct(caseFile, actor.unitId)),
      ...(holder ? [] : [{ kind: 'nobody-there' } as const]),
    ])
    if (refusal || !holder) return refusal ?? refuse<GrantRefusal>({ kind: 'nobody-there' })
    const granted = await grantTo(trx, actor, caseFile.id, { ...holder, userId: holder.accountId }, now)
    if (!granted) return refuse<GrantRefusal>({ kind: 'already-holds', name: holder.name })
    if (caseFile.state === 'normal' && !openUnitIds.includes(holder.unitId)) {
      const open = [{ unitId: holder.unitId, origin: 'received' }] as const
      await changeHoldings(trx, { caseFileId: caseFile.id, open, by: actor.userId, now })
    }
    return done(true)
  })
}
