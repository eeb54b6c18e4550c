import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { ownSubstitutions } from '../offices/acting.ts'
import type { ActingRow } from '../offices/offices.queries.ts'
import { hashPassword } from '../password-hash.ts'
import { type AccessRow, endSessions, selectAccesses, updatePassword } from '../sessions.queries.ts'
import { type MyAccountRow, selectMyAccount } from './my-account.queries.ts'

/** One's own account and its last accesses (EST-034). */
export async function findMyAccount(
  db: Database,
  accountId: string,
  sessionHash: string,
  now: Date,
): Promise<{ account: MyAccountRow; accesses: readonly AccessRow[]; substitutions: readonly ActingRow[] } | undefined> {
  const [account, accesses, substitutions] = await Promise.all([
    selectMyAccount(db, accountId),
    selectAccesses(db, accountId, sessionHash),
    ownSubstitutions(db, accountId, now),
  ])
  return account && { account, accesses, substitutions }
}

/** Ends one's sessions in other browsers. Answers how many were open. */
export function endOtherSessions(db: Database, accountId: string, sessionHash: string, now: Date): Promise<number> {
  return endSessions(db, accountId, sessionHash, now)
}

/** Sets one's password, which was checked before, and ends the sessions in other browsers. */
export async function changeMyPassword(
  db: Database,
  who: { readonly accountId: string; readonly sessionHash: string },
  password: string,
  now: Date,
): Promise<void> {
  const hash = await hashPassword(password)
  await inTransaction(db, async (trx) => {
    await Promise.all([updatePassword(trx, who.accountId, hash), endSessions(trx, who.accountId, who.sessionHash, now)])
  })
}
