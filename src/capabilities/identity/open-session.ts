import type { Database } from '../../platform/db/index.ts'
import type { Randomness } from '../../platform/ids.ts'
import { sha256Hex } from '../../platform/sha256.ts'
import { insertSession } from './identity.queries.ts'

export interface WhereFrom {
  readonly ip: string
  readonly userAgent: string
  /** Who else proved who it is, in words; absent: the password did. */
  readonly enteredWith?: string
}

/** Opens a session and answers its token, of which only the hash is kept. */
export async function openSession(
  db: Database,
  accountId: string,
  { ip, userAgent, enteredWith = '' }: WhereFrom,
  now: Date,
  randomness: Randomness,
): Promise<string> {
  const token = randomness.token()
  await insertSession(db, { tokenHash: sha256Hex(token), accountId, ip, userAgent, enteredWith }, now)
  return token
}
