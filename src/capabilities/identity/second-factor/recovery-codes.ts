import { createHash } from 'node:crypto'
import type { Database } from '../../../platform/db/index.ts'
import type { Randomness } from '../../../platform/ids.ts'
import { sha256Hex } from '../../../platform/sha256.ts'
import { replaceRecoveryCodes, takeRecoveryCode } from './second-factor.queries.ts'

const howMany = 10
/** Without letters and digits that look alike. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** Gives the account ten new codes in place of the old ones; only their hashes are kept, so they are shown this once. */
export async function giveRecoveryCodes(
  db: Database,
  accountId: string,
  randomness: Randomness,
): Promise<readonly string[]> {
  const codes = Array.from({ length: howMany }, () => codeFrom(randomness.token()))
  await replaceRecoveryCodes(db, accountId, codes.map(hashOf))
  return codes
}

/** Whether it is one of the account's codes and was not used before; it is used up by this. */
export async function acceptRecoveryCode(db: Database, accountId: string, code: string, now: Date): Promise<boolean> {
  const bare = code.toUpperCase().replace(/[^A-Z0-9]/g, '')
  return bare.length === 16 && takeRecoveryCode(db, accountId, hashOf(bare), now)
}

/** `ABCD-EFGH-JKLM-NPQR`: eighty bits, so that a plain hash keeps it. */
function codeFrom(token: string): string {
  const bytes = createHash('sha256').update(`recovery ${token}`).digest()
  const letters = Array.from({ length: 16 }, (_, index) => alphabet[(bytes[index] ?? 0) % alphabet.length])
  return letters.join('').replace(/(.{4})(?=.)/g, '$1-')
}

function hashOf(code: string): string {
  return sha256Hex(code.replaceAll('-', ''))
}
