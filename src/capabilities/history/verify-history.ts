import type { Database } from '../../platform/db/index.ts'
import { eventBytes, sealHash } from './canonical-event.rules.ts'
import { sealText } from './canonical-record.rules.ts'
import { leafHash, treeHash } from './merkle.rules.ts'
import type { RecordSource } from './record-source.ts'
import { type SealRow, selectImpossibleEvents, selectNextTx, selectSealedEvents, selectSeals } from './seal.queries.ts'
import { sha256 } from './sha-256.ts'
import type { Tampering } from './tampering.ts'
import { treeAgainst, type Witnesses } from './verify-log.ts'
import { recordsAgainst, recordsOfTheFuture } from './verify-records.ts'

export interface Verification {
  readonly seals: number
  readonly events: number
  readonly records: number
  readonly tampering: readonly Tampering[]
}

/**
 * Proves that the history, and the rows of other capabilities that are sealed with it, are as they were sealed, or names
 * each broken row: changed, taken away or slipped in; seals, branches and heads too. Reads a few seals at a time, so that
 * its size does not matter. Without `witnesses` nothing outside the database is asked: then a log that was cut at its end,
 * or made anew as a whole, looks whole.
 */
export async function verifyHistory(
  db: Database,
  { sources = [], witnesses }: { readonly sources?: readonly RecordSource[]; readonly witnesses?: Witnesses } = {},
): Promise<Verification> {
  const tampering: Tampering[] = []
  const counted = { seals: 0, events: 0, records: 0 }
  const log: { id: number; hash: Buffer; signed: boolean }[] = []
  let last: { id: number; toTx: string; hash: Buffer } = { id: 0, toTx: '0', hash: Buffer.alloc(32) }
  for (;;) {
    const page = await selectSeals(db, last.id, 50)
    for (const seal of page) {
      for (let missing = last.id + 1; missing < seal.id; missing++)
        tampering.push({ kind: 'seal-missing', sealId: missing })
      const follows = seal.id > last.id + 1 || (seal.previous.equals(last.hash) && seal.fromTx === last.toTx)
      if (!follows || !isWhole(seal)) tampering.push({ kind: 'seal-changed', sealId: seal.id })
      tampering.push(...(await eventsAgainst(db, seal)), ...(await recordsAgainst(db, seal, sources)))
      counted.seals++
      counted.events += seal.eventIds.length
      counted.records += seal.recordKeys?.length ?? 0
      log.push({ id: seal.id, hash: seal.hash, signed: seal.recordKeys !== null })
      last = seal
    }
    if (page.length === 0) break
  }
  const nextTx = await selectNextTx(db)
  tampering.push(
    ...(await selectImpossibleEvents(db)).map(
      (eventId): Tampering => ({ kind: 'event-slipped-in', eventId, sealId: 0 }),
    ),
    ...(await recordsOfTheFuture(db, sources, nextTx)),
    ...(await treeAgainst(db, log, witnesses)),
  )
  return { ...counted, tampering }
}

function isWhole(seal: SealRow): boolean {
  const leaves = leavesOf(seal)
  const { recordKeys } = seal
  const hash = recordKeys
    ? sha256(new TextEncoder().encode(sealText(sha256, { ...seal, recordKeys })))
    : sealHash(sha256, seal)
  return (
    leaves.length === seal.eventIds.length + (recordKeys?.length ?? 0) &&
    Buffer.from(treeHash(sha256, leaves)).equals(seal.root) &&
    Buffer.from(hash).equals(seal.hash)
  )
}

async function eventsAgainst(db: Database, seal: SealRow): Promise<Tampering[]> {
  const found = new Map((await selectSealedEvents(db, seal)).map((event) => [event.id, event]))
  const leaves = leavesOf(seal)
  const wrong = seal.eventIds.flatMap((eventId, place): Tampering[] => {
    const event = found.get(eventId)
    found.delete(eventId)
    if (!event) return [{ kind: 'event-missing', eventId, sealId: seal.id }]
    const leaf = leaves[place]
    const same = leaf !== undefined && Buffer.from(leafHash(sha256, eventBytes(event))).equals(leaf)
    return same ? [] : [{ kind: 'event-changed', eventId, sealId: seal.id }]
  })
  return [
    ...wrong,
    ...[...found.keys()].map((eventId): Tampering => ({ kind: 'event-slipped-in', eventId, sealId: seal.id })),
  ]
}

function leavesOf(seal: SealRow): Buffer[] {
  return Array.from({ length: Math.floor(seal.leaves.length / 32) }, (_, place) =>
    seal.leaves.subarray(place * 32, place * 32 + 32),
  )
}
