import { inTransaction } from '../../../platform/db/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { linkLifeMs, makeLink } from '../one-time-links.ts'
import { lockFirstAdministrator, selectAnyAccount } from './first-administrator.queries.ts'

/**
 * The path of a page on which the first administrator is made, `/primeiro-acesso/…`: it works for an hour and once.
 * Undefined where there is an account already. Asked for again, an earlier unused link stops working.
 */
export async function firstAdministratorLink(
  platform: Pick<Platform, 'db' | 'clock' | 'randomness'>,
): Promise<string | undefined> {
  return inTransaction(platform.db, async (trx) => {
    await lockFirstAdministrator(trx)
    if (await selectAnyAccount(trx)) return undefined
    const link = { purpose: 'first-administrator', lifeMs: linkLifeMs['first-administrator'] } as const
    return `/primeiro-acesso/${await makeLink(trx, link, platform.clock(), platform.randomness)}`
  })
}
