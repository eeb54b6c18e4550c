import { type Database, inTransaction, type Pool } from '../../platform/db/index.ts'
import { eventBytes } from './canonical-event.rules.ts'
import { recordText, sealText } from './canonical-record.rules.ts'
import { growLog } from './grow-log.ts'
import type { LogKey } from './log-key.ts'
import { leafHash, treeHash } from './merkle.rules.ts'
import type { RecordSource } from './record-source.ts'
import { insertSeal, selectLastSeal, selectSealable } from './seal.queries.ts'
import { sha256 } from './sha-256.ts'
import { writeWitness } from './witness.ts'

const mostEventsASeal = 5_000

/** What sealing needs besides the database. */
export interface Sealing {
  readonly key: LogKey
  /** Tables of other capabilities whose rows are sealed too. */
  readonly sources: readonly RecordSource[]
  /** Files outside the database to which each signed head is added. */
  readonly witnessFiles: readonly string[]
  /** How many events one seal holds at most, give or take a transaction. */
  readonly mostEvents?: number
}

/**
 * Seals what happened since the last seal: one Merkle root over events and records, chained to the seal before, put into
 * the tree over all seals, whose head is signed. Done in batches by every node's rounds and not at each act, since a
 * chain through every act would make acts wait for each other.
 *
 * Only rows of transactions that no running one can precede are sealed, so nothing can slip in behind a seal.
 * Answers how many events were sealed.
 */
export async function sealEvents(pool: Pool, now: Date, sealing: Sealing): Promise<number> {
  let total = 0
  for (;;) {
    const { events, note } = await inTransaction(pool, (trx) => sealOnce(trx, now, sealing))
    // After the commit: a witness must never have seen a head that was undone.
    if (note) writeWitness(sealing.witnessFiles, note)
    total += events
    if (events < (sealing.mostEvents ?? mostEventsASeal)) return total
  }
}

async function sealOnce(db: Database, now: Date, { key, sources, mostEvents = mostEventsASeal }: Sealing) {
  const last = await selectLastSeal(db)
  if (last === 'busy') return { events: 0 }
  const { events, toTx } = await selectSealable(db, last.toTx, mostEvents)
  const written = await Promise.all(sources.map((source) => source.written(db, last.toTx, toTx)))
  const records = sources.flatMap(({ kind }, place) => (written[place] ?? []).map((record) => ({ kind, ...record })))
  if (events.length + records.length === 0) return { events: 0 }
  const leaves = [
    ...events.map(eventBytes),
    ...records.map(({ kind, values }) => new TextEncoder().encode(recordText(kind, values))),
  ].map((bytes) => leafHash(sha256, bytes))
  const seal = {
    id: last.id + 1,
    fromTx: last.toTx,
    toTx,
    eventIds: events.map(({ id }) => id),
    recordKeys: records.map(({ kind, key: name }) => `${kind}:${name}`),
    leaves: Buffer.concat(leaves),
    root: Buffer.from(treeHash(sha256, leaves)),
    previous: last.hash,
    sealedAt: now.toISOString().replace('Z', '000Z'),
  }
  const hash = Buffer.from(sha256(new TextEncoder().encode(sealText(sha256, seal))))
  await insertSeal(db, { ...seal, hash })
  return { events: events.length, note: await growLog(db, key, now) }
}
