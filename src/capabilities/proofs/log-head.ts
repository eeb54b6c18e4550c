import type { Database } from '../../platform/db/index.ts'
import { sha256Hex } from '../../platform/sha256.ts'
import { findHead, type LogKey, proveConsistency, readNote } from '../history/index.ts'
import type { Receipt } from './receipt.ts'

/** The log as the public sees it. */
export interface PublishedHead {
  readonly note: string
  readonly size: number
  readonly at: Date
  readonly publicKey: string
  readonly fingerprint: string
}

/** The last signed head with the key that signs; undefined before the first. */
export async function publishedHead(db: Database, key: LogKey): Promise<PublishedHead | undefined> {
  const head = await findHead(db)
  const read = head && readNote(key.publicKey, head.note)
  if (!head || !read) return undefined
  const fingerprint = (sha256Hex(key.publicKey).match(/.{4}/g) ?? []).join(' ')
  return { note: head.note, size: head.size, at: read.at, publicKey: key.publicKey.toString('base64'), fingerprint }
}

/** That the log of `second` seals goes on that of `first`; undefined where either head was never signed. */
export async function consistencyOf(
  db: Database,
  key: LogKey,
  first: number,
  second: number,
): Promise<Receipt | undefined> {
  if (first > second) return undefined
  const [older, newer] = await Promise.all([findHead(db, first), findHead(db, second)])
  if (!older || !newer) return undefined
  return {
    formato: 'carimbo-consistencia-1',
    chave: key.publicKey.toString('base64'),
    de: older.note,
    ate: newer.note,
    caminho: await proveConsistency(db, first, second),
  }
}
