import type { Actor } from '../../../platform/actor.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refused } from '../../../platform/outcome.ts'
import { findCaseFiles } from '../../cases/index.ts'
import { findUnitsByLabel } from '../../organization/index.ts'
import { type ItemTyped, keyOf } from './slip.rules.ts'
import { insertSlip, selectUnderWay } from './slips.queries.ts'

export interface SlipRequest {
  readonly destination: string
  readonly carrier: string
  readonly notes: string
  /** 1 to 100, none twice. */
  readonly items: readonly ItemTyped[]
}

export type SendSlipRefusal =
  /** It is on another slip of the unit that nobody has signed for (FLX-058). */
  | { readonly kind: 'under-way'; readonly reference: string }
  /** Nothing outside says that a confidential case file exists: its paper goes in a closed envelope. */
  | { readonly kind: 'confidential'; readonly reference: string }

/**
 * Sends paper out with a list, which never changes from then on (FLX-051, GT-01). A number that is a case file's is tied
 * to it where the actor may see it; any other stays what was typed. A destination that is the acronym of a unit gets it in
 * its own list, to sign for it there.
 */
export async function sendSlip(
  db: Database,
  actor: Actor,
  request: SlipRequest,
  now: Date,
): Promise<Outcome<{ id: string }, SendSlipRefusal>> {
  return inTransaction(db, async (trx) => {
    const keyed = request.items.map((item) => ({ ...item, key: keyOf(item.reference) }))
    const keys = keyed.filter(({ key }) => /^\d{5,30}$/.test(key)).map(({ key }) => ({ digits: key }))
    const [caseFiles, underWay, [unit]] = [
      await findCaseFiles(trx, actor, keys, 'reading', now),
      await selectUnderWay(
        trx,
        actor.unitId,
        keyed.map(({ key }) => key),
      ),
      await findUnitsByLabel(trx, [request.destination], { agencyId: undefined }),
    ]
    const byDigits = new Map(caseFiles.filter(({ reach }) => reach === 'full').map((one) => [one.digits, one]))
    const refusal = refused<SendSlipRefusal>(
      keyed.flatMap(({ key, reference }): SendSlipRefusal[] => [
        ...(underWay.includes(key) ? [{ kind: 'under-way', reference } as const] : []),
        ...(byDigits.get(key)?.effectiveLevel === 'confidential' ? [{ kind: 'confidential', reference } as const] : []),
      ]),
    )
    if (refusal) return refusal
    const toUnitId = unit?.kind === 'found' && unit.unit.id !== actor.unitId ? unit.unit.id : null
    const items = keyed.map((item) => ({ ...item, caseFileId: byDigits.get(item.key)?.id ?? null }))
    const year = Number(todayIn(now).slice(0, 4))
    return done({ id: await insertSlip(trx, actor, { ...request, items, toUnitId, year }, now) })
  })
}
