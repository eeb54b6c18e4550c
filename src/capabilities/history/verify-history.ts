import type { Database } from '../../platform/db/index.ts'
import { eventBytes, sealHash } from './canonical-event.rules.ts'
import { leafHash, treeHash } from './merkle.rules.ts'
import { type SealRow, selectSealedEvents, selectSeals } from './seal.queries.ts'
import { sha256 } from './seal-events.ts'

/** Something in the history that is not as it was sealed, with a name. */
export type Tampering =
  | { readonly kind: 'event-changed' | 'event-missing'; readonly eventId: string; readonly sealId: number }
  | { readonly kind: 'event-slipped-in'; readonly eventId: string; readonly sealId: number }
  | { readonly kind: 'seal-changed' | 'seal-missing'; readonly sealId: number }

export interface Verification {
  readonly seals: number
  readonly events: number
  readonly tampering: readonly Tampering[]
}

/**
 * Proves that the history is as it was sealed, or names each broken row: events changed, taken away or slipped in, and
 * seals changed or missing. Reads a few seals at a time, so that its size does not matter.
 */
export async function verifyHistory(db: Database): Promise<Verification> {
  const tampering: Tampering[] = []
  let seals = 0
  let events = 0
  let last: { id: number; toTx: string; hash: Buffer } = { id: 0, toTx: '0', hash: Buffer.alloc(32) }
  for (;;) {
    const page = await selectSeals(db, last.id, 50)
    for (const seal of page) {
      for (let missing = last.id + 1; missing < seal.id; missing++)
        tampering.push({ kind: 'seal-missing', sealId: missing })
      const follows = seal.id > last.id + 1 || (seal.previous.equals(last.hash) && seal.fromTx === last.toTx)
      if (!follows || !isWhole(seal)) tampering.push({ kind: 'seal-changed', sealId: seal.id })
      tampering.push(...(await eventsAgainst(db, seal)))
      seals++
      events += seal.eventIds.length
      last = seal
    }
    if (page.length === 0) return { seals, events, tampering }
  }
}

function isWhole(seal: SealRow): boolean {
  const leaves = leavesOf(seal)
  return (
    leaves.length === seal.eventIds.length &&
    Buffer.from(treeHash(sha256, leaves)).equals(seal.root) &&
    Buffer.from(sealHash(sha256, seal)).equals(seal.hash)
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
