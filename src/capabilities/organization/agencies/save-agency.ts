import { todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { type Reach, reaches } from '../administration/reach.ts'
import type { Editor } from '../changes/change.ts'
import { noteActive, noteChange } from '../changes/note-change.ts'
import { registerAgency } from '../register-agency.ts'
import { insertAgencyName, lockAgency, updateAgency, updateAgencyActive, updateFlags } from './agencies.queries.ts'
import type { AgencyData } from './agency.ts'
import { fieldsOfAgency } from './agency-fields.text.ts'

export type AgencyRefusal = { readonly kind: 'acronym-taken' }

/**
 * Changes an agency. A new name or acronym is in force from today on; documents of earlier days go on showing theirs
 * (EST-004). Answers undefined where there is no such agency within reach.
 */
export async function changeAgency(
  db: Database,
  by: Editor,
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
    const fields = { before: fieldsOfAgency(before), after: fieldsOfAgency(data) }
    await noteChange(trx, by, { register: 'agency', id }, fields, now)
    return done({ renamed })
  })
}

/** Registers an agency with all that is known of it. */
export async function openAgency(
  db: Database,
  by: Editor,
  data: AgencyData,
  now: Date,
): Promise<Outcome<{ id: string }, AgencyRefusal>> {
  return inTransaction(db, async (trx) => {
    const outcome = await registerAgency(trx, data)
    if (!outcome.done) return outcome
    const { id } = outcome.value
    await updateFlags(trx, id, data)
    const fields = { before: undefined, after: fieldsOfAgency(data) }
    await noteChange(trx, by, { register: 'agency', id }, fields, now)
    return outcome
  })
}

/** Takes an agency out of use, or back into it: out of use, nothing is sent to its units. What they have stays theirs. */
export async function setAgencyActive(db: Database, by: Editor, id: string, active: boolean, now: Date): Promise<void> {
  await inTransaction(db, async (trx) => {
    if (!(await updateAgencyActive(trx, id, active, now))) return
    await noteActive(trx, by, { register: 'agency', id }, active, now)
  })
}
