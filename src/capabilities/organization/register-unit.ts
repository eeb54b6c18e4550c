import type { LocalDate } from '../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../platform/outcome.ts'
import { insertCapacities, insertEmails, insertPlacement, insertUnit, slugExists } from './organization.queries.ts'
import { slugOf } from './slug.rules.ts'

export interface UnitToRegister {
  readonly agencyId: string
  /** Acronym of the agency, to make the address of the unit's pages: `set-gs`. */
  readonly agencyAcronym: string
  readonly acronym: string
  readonly name: string
  readonly numberCode: string
  readonly parentId?: string
  /** First day in the hierarchy. */
  readonly from: LocalDate
  readonly address?: string
  readonly city?: string
  readonly state?: string
  readonly phone?: string
  readonly availableForSending?: boolean
  readonly warnsOnReceipt?: boolean
  readonly isMailroom?: boolean
  readonly isArchive?: boolean
  readonly isOmbuds?: boolean
  readonly emails?: readonly string[]
  /** Capacities (cargo/função) offered at signing in this unit (EST-041). */
  readonly capacities?: readonly string[]
}

/** Registers a unit and puts it in the hierarchy. Refused when the agency already has a unit of this acronym. */
export async function registerUnit(
  db: Database,
  unit: UnitToRegister,
): Promise<Outcome<{ id: string; slug: string }, { kind: 'acronym-taken' }>> {
  return inTransaction(db, async (trx) => {
    const slug = await freeSlug(trx, unit)
    const id = await insertUnit(trx, unit, slug)
    if (!id) return refuse({ kind: 'acronym-taken' })
    await insertPlacement(trx, id, unit.parentId, unit.from)
    await insertEmails(trx, id, unit.emails ?? [])
    await insertCapacities(trx, id, unit.capacities ?? [])
    return done({ id, slug })
  })
}

async function freeSlug(db: Database, unit: UnitToRegister): Promise<string> {
  const wanted = slugOf(unit.agencyAcronym, unit.acronym)
  for (let attempt = 1; ; attempt++) {
    const slug = attempt === 1 ? wanted : `${wanted}-${attempt}`
    if (!(await slugExists(db, slug))) return slug
  }
}
