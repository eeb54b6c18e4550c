import { todayIn } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { type AboutToEnd, lockAdministrators, selectAdministrators } from './administrators.queries.ts'

/**
 * Whether the installation would be left without anybody to administrate it. To be asked in the transaction of the deed:
 * of two administrators who end each other at once, one stays.
 */
export async function wouldEndLastAdministrator(trx: Database, ending: AboutToEnd, now: Date): Promise<boolean> {
  const [, administrators] = await Promise.all([
    lockAdministrators(trx),
    selectAdministrators(trx, ending, todayIn(now)),
  ])
  return administrators.isThere && !administrators.staysThere
}
