import type { Database, Pool } from '../../platform/db/index.ts'
import type { TimeStamper } from '../../platform/time-stamp/index.ts'
import { insertTimeStamp, isStamped, selectLastHead, selectLastTimeStamp, selectTimeStamps } from './log.queries.ts'
import { sha256 } from './sha-256.ts'

/** Has the last head stamped by the authority, unless it is already. Answers whether there was something to do. */
export async function timeStampHead(db: Pool, stamp: TimeStamper, now: Date): Promise<boolean> {
  const head = await selectLastHead(db)
  if (!head || (await isStamped(db, head.size))) return false
  const token = await stamp(sha256(new TextEncoder().encode(head.note)))
  await insertTimeStamp(db, head.size, token, now)
  return true
}

/** The last time-stamp that the log took. */
export function findLastTimeStamp(db: Database): Promise<{ size: number; token: Uint8Array } | undefined> {
  return selectLastTimeStamp(db)
}

/** All of them, in their order, for who looks at each. */
export function findTimeStamps(db: Database): Promise<readonly { size: number; token: Uint8Array }[]> {
  return selectTimeStamps(db)
}
