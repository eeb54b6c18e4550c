import type { Actor } from '../../../platform/actor.ts'
import { may } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import { type Reach, reachOf } from '../../organization/index.ts'
import { selectUnit, selectUnits, type UnitRow } from './reach.queries.ts'

/** A unit whose figures are looked at. */
export type UnitLookedAt = Readonly<UnitRow>

/** How far somebody may look: the own unit; for administrators some units, their agency, or the whole installation. */
export interface Sight {
  readonly kind: 'unit' | 'units' | 'agency' | 'installation'
  /** As far as an administrator reaches; undefined for who sees the own unit alone. */
  readonly reach: Reach | undefined
}

interface Asking {
  readonly db: Database
  readonly actor: Actor
  readonly now: Date
  query(name: string): string
}

/** Units' own figures are for who works there; an administrator sees those of every unit within reach. */
export async function sightOf({ db, actor, now }: Pick<Asking, 'db' | 'actor' | 'now'>): Promise<Sight> {
  if (!may(actor, 'organization.manage')) return { kind: 'unit', reach: undefined }
  const reach = await reachOf(db, actor, 'organization.manage', now)
  if (reach.agencyId === undefined) return { kind: 'installation', reach }
  return { kind: reach.unitIds ? 'units' : 'agency', reach }
}

/** Whether figures of this agency by unit are within sight; those of the own agency always are. */
export function seesAgency(sight: Sight, ownAgencyId: string, agencyId: string): boolean {
  return sight.kind === 'installation' || agencyId === ownAgencyId
}

/** The unit that the address asks for, or the own one. Undefined where it is not there or not within sight. */
export async function unitAsked(visit: Asking, sight: Sight): Promise<UnitLookedAt | undefined> {
  const typed = visit.query('unidade')
  if (typed !== '' && !/^[1-9]\d{0,17}$/.test(typed)) return undefined
  return selectUnit(visit.db, typed || visit.actor.unitId, visit.actor.unitId, sight.reach)
}

/** The units to choose from; none for who sees the own one alone. */
export async function unitsToChoose(db: Asking['db'], sight: Sight): Promise<readonly UnitLookedAt[]> {
  return sight.reach ? selectUnits(db, sight.reach) : []
}
