import { todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { type Reach, reaches } from '../administration/reach.ts'
import { registerAgency } from '../register-agency.ts'
import { insertAgencyName, lockAgency, updateAgency, updateFlags } from './agencies.queries.ts'
import type { AgencyData } from './agency.ts'

export type AgencyRefusal = { readonly kind: 'acronym-taken' }

/**
 * Changes an agency. A new name or acronym is in force from today on; documents of earlier days go on showing theirs
 * (EST-004). Answers undefined where there is no such agency within reach.
 */
export async function changeAgency(
  db: Database,
  reach: Reach,
  id: string,
  data: AgencyData,
  now: Date,
): Promise<Outcome<{ renamed: boolean }, AgencyRefusal> | undefined> {
  if (!reaches(reach, id)) return undefined
  return inTransaction(db, async (trx) => {
    const before = await lockAgency(trx, id)
    if (!before) return undefined
    if (!(await updateAgency(trx, id, data))) return refuse({ kind: 'acronym-taken' })
    const renamed = before.acronym !== data.acronym || before.name !== data.name
    if (renamed) await insertAgencyName(trx, id, data, todayIn(now))
    return done({ renamed })
  })
}

/** Registers an agency with all that is known of it. */
export async function openAgency(db: Database, data: AgencyData): Promise<Outcome<{ id: string }, AgencyRefusal>> {
  return inTransaction(db, async (trx) => {
    const outcome = await registerAgency(trx, data)
    if (outcome.done) await updateFlags(trx, outcome.value.id, data)
    return outcome
  })
}
