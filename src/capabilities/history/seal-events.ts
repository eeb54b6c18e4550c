import { createHash } from 'node:crypto'
import { type Database, inTransaction, type Pool } from '../../platform/db/index.ts'
import { eventBytes, sealHash } from './canonical-event.rules.ts'
import { leafHash, treeHash } from './merkle.rules.ts'
import { insertSeal, selectLastSeal, selectSealable } from './seal.queries.ts'

const mostEventsASeal = 5_000

/** SHA-256, as the pure rules ask for it. */
export const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()

/**
 * Seals what happened since the last seal: one Merkle root over the events, chained to the seal before. Done in batches
 * by every node's rounds and not at each act, since a chain through every act would make acts wait for each other.
 *
 * Only events of transactions that no running one can precede are sealed, so nothing can slip in behind a seal.
 * Answers how many events were sealed.
 */
export async function sealEvents(pool: Pool, now: Date): Promise<number> {
  let total = 0
  for (;;) {
    const sealed = await inTransaction(pool, (trx) => sealOnce(trx, now))
    total += sealed
    if (sealed < mostEventsASeal) return total
  }
}

async function sealOnce(db: Database, now: Date): Promise<number> {
  const last = await selectLastSeal(db)
  if (last === 'busy') return 0
  const { events, toTx } = await selectSealable(db, last.toTx, mostEventsASeal)
  if (events.length === 0) return 0
  const leaves = events.map((event) => leafHash(sha256, eventBytes(event)))
  const seal = {
    id: last.id + 1,
    fromTx: last.toTx,
    toTx,
    eventIds: events.map(({ id }) => id),
    leaves: Buffer.concat(leaves),
    root: Buffer.from(treeHash(sha256, leaves)),
    previous: last.hash,
  }
  await insertSeal(db, { ...seal, hash: Buffer.from(sealHash(sha256, seal)) }, now)
  return events.length
}
