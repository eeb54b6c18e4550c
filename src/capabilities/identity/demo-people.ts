import type { Database } from '../../platform/db/index.ts'
import { type FormFields, fieldText } from '../../platform/form-fields.ts'
import type { Platform } from '../../platform/platform.ts'
import type { DemoPerson } from './demo-person.ts'
import { selectDemoPeople } from './identity.queries.ts'
import { openSession } from './open-session.ts'

/** The people offered on the sign-in page of the demonstration, by role. */
export function demoPeople(db: Database): Promise<DemoPerson[]> {
  return selectDemoPeople(db)
}

/** Opens a session for a person of the demonstration, without a password. The caller has made sure that it is one. */
export async function enterDemo(
  platform: Platform,
  form: FormFields,
  from: { readonly ip: string; readonly userAgent: string },
): Promise<string | undefined> {
  const login = fieldText(form, 'usuario')
  const person = (await selectDemoPeople(platform.db)).find((candidate) => candidate.login === login)
  if (!person) return undefined
  return openSession(platform.db, person.accountId, from, platform.clock(), platform.randomness)
}
