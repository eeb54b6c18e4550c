import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { findLink, spendLink } from '../one-time-links.ts'
import { hashPassword } from '../password-hash.ts'
import { endSessions, updatePassword } from '../sessions.queries.ts'

/** Whose password the link may set; undefined where it does not work (any more). */
export async function findPasswordLink(
  db: Database,
  token: string,
  now: Date,
): Promise<{ readonly accountId: string; readonly login: string; readonly name: string } | undefined> {
  const link = await findLink(db, token, 'password', now)
  if (!link?.accountId || link.login === null || link.name === null) return undefined
  return { accountId: link.accountId, login: link.login, name: link.name }
}

/**
 * Sets the password by a one-time link, which is used up, and ends all sessions of the person: whoever else knew the old
 * password is out. False where the link was used, or its time was over.
 */
export async function setPasswordByLink(
  db: Database,
  link: { readonly token: string; readonly accountId: string },
  password: string,
  now: Date,
): Promise<boolean> {
  const hash = await hashPassword(password)
  return inTransaction(db, async (trx) => {
    if (!(await spendLink(trx, link.token, 'password', now))) return false
    await Promise.all([updatePassword(trx, link.accountId, hash), endSessions(trx, link.accountId, undefined, now)])
    return true
  })
}
