import type { Database } from '../../../platform/db/index.ts'

/** Those who make links and those who use them come one after the other. */
export async function lockFirstAdministrator(trx: Database): Promise<void> {
  await trx`select pg_advisory_xact_lock(hashtextextended('identity.first-administrator', 0))`
}

export async function selectAnyAccount(db: Database): Promise<boolean> {
  return (await db`select 1 from identity.account limit 1`).length > 0
}
