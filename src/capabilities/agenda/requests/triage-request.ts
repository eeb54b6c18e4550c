import type { Actor } from '../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { explainLabel, findUnitsByLabel } from '../../organization/index.ts'
import { findRequest } from './find-request.ts'
import { updateTriage } from './requests.queries.ts'

export const triageStates = ['under-analysis', 'redirected', 'refused'] as const

export interface Triage {
  readonly id: string
  readonly state: (typeof triageStates)[number]
  readonly reason: string
  /** As typed: `COFIC`. Only where it is redirected. */
  readonly unit: string
}

export type TriageRefusal =
  | { readonly kind: 'decided' | 'needs-reason' }
  | { readonly kind: 'no-such-unit'; readonly message: string }

/**
 * Whether what is asked is for this authority: under analysis, sent to the unit whose matter it is, or refused with the
 * reason (AG-01). Accepting is booking. Undefined: there is no such request for this person.
 */
export async function triageRequest(
  db: Database,
  actor: Actor,
  { id, state, reason, unit }: Triage,
  now: Date,
): Promise<Outcome<true, TriageRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const request = await findRequest(trx, actor, id, 'locked', now)
    if (!request) return undefined
    if (request.decidedAt) return refuse({ kind: 'decided' })
    if (state === 'refused' && reason.length < 3) return refuse({ kind: 'needs-reason' })
    const [found] = state === 'redirected' ? await findUnitsByLabel(trx, [unit], { agencyId: actor.agencyId }) : []
    if (state === 'redirected' && found?.kind !== 'found') {
      return refuse({ kind: 'no-such-unit', message: (found && explainLabel(found)) ?? 'Informe a unidade.' })
    }
    const unitId = found?.kind === 'found' ? found.unit.id : null
    await updateTriage(trx, actor, { id, state, reason, unitId }, now)
    return done(true)
  })
}
