import type { Actor } from '../../platform/actor.ts'
import { type LocalDate, todayIn } from '../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../platform/outcome.ts'
import { daysBefore } from '../deadlines/index.ts'
import { explainLabel, findUnitsByLabel } from '../organization/index.ts'
import { findDemand } from './find-demands.ts'
import { insertSectors, selectSectors, updateReturn } from './sectors.queries.ts'

export type AskRefusal =
  | { readonly kind: 'answered' | 'already-asked' | 'no-unit' }
  | { readonly kind: 'no-such-unit'; readonly message: string }
  | { readonly kind: 'already-past'; readonly due: LocalDate }

/**
 * Asks several units at once to manifest themselves, each until the same day: so many working days before the demand is
 * due (FLX-062, FLX-063). Undefined: this unit does not follow it, or it is not for this person.
 */
export async function askSectors(
  db: Database,
  actor: Actor,
  asked: {
    readonly id: string
    /** Acronyms as typed. */
    readonly units: readonly string[]
    readonly daysBefore: number
    readonly request: string
  },
  now: Date,
): Promise<Outcome<{ readonly asked: number; readonly due: LocalDate }, AskRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const demand = await findDemand(trx, actor, asked.id, 'locked', now)
    if (!demand?.isOurs) return undefined
    if (demand.answeredOn) return refuse({ kind: 'answered' })
    const [found, [due]] = await Promise.all([
      findUnitsByLabel(trx, asked.units, { agencyId: actor.agencyId }),
      daysBefore(trx, actor.agencyId, demand.dueOn, [asked.daysBefore]),
    ])
    const wrong = found.map(explainLabel).find((message) => message !== undefined)
    if (wrong) return refuse({ kind: 'no-such-unit', message: wrong })
    const unitIds = [...new Set(found.flatMap((one) => (one.kind === 'found' ? [one.unit.id] : [])))]
    if (unitIds.length === 0 || !due) return refuse({ kind: 'no-unit' })
    if (due < todayIn(now)) return refuse({ kind: 'already-past', due })
    const row = { demandId: demand.id, unitIds, daysBefore: asked.daysBefore, dueOn: due, request: asked.request }
    const count = await insertSectors(trx, actor, row, now)
    return count === 0 ? refuse({ kind: 'already-asked' }) : done({ asked: count, due })
  })
}

export type ReturnRefusal = { readonly kind: 'answered' | 'returned' | 'returned-later' | 'returned-before' }

/**
 * Says that a unit returned, and with what. The unit that follows the demand says it of any, a unit asked of itself.
 * Undefined: there is no such question for this actor.
 */
export async function takeReturn(
  db: Database,
  actor: Actor,
  told: {
    readonly id: string
    readonly sectorId: string
    readonly returnedOn: LocalDate
    readonly document: string
  },
  now: Date,
): Promise<Outcome<true, ReturnRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const demand = await findDemand(trx, actor, told.id, 'locked', now)
    const sectors = demand ? await selectSectors(trx, actor, demand.id) : []
    const sector = sectors.find(({ id }) => id === told.sectorId)
    if (!demand || !sector || !(demand.isOurs || sector.isOurs)) return undefined
    if (sector.returnedOn) return refuse({ kind: 'returned' })
    if (told.returnedOn > todayIn(now)) return refuse({ kind: 'returned-later' })
    if (told.returnedOn < todayIn(sector.askedAt)) return refuse({ kind: 'returned-before' })
    await updateReturn(trx, actor, { id: sector.id, returnedOn: told.returnedOn, document: told.document }, now)
    return done(true)
  })
}
