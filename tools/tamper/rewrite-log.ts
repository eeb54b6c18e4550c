import { eventBytes } from '../../src/capabilities/history/canonical-event.rules.ts'
import { sealText } from '../../src/capabilities/history/canonical-record.rules.ts'
import { grow, nameOf, rootOf } from '../../src/capabilities/history/log-tree.rules.ts'
import { leafHash, treeHash } from '../../src/capabilities/history/merkle.rules.ts'
import { type SealRow, selectSealedEvents, selectSeals } from '../../src/capabilities/history/seal.queries.ts'
import { sha256 } from '../../src/capabilities/history/sha-256.ts'
import type { Database } from '../../src/platform/db/index.ts'

/**
 * What a patient forger does after changing an event: its leaf, the root and hash of its seal, every later seal of the
 * chain, every branch, every head's root. All but the signatures, whose key is not in the database. Answers the first
 * seal made anew.
 */
export async function rewriteLog(db: Database, eventId: string): Promise<number> {
  const seals = await selectSeals(db, 0, 1_000_000)
  let first = 0
  let previous: Buffer = Buffer.alloc(32)
  const nodes = new Map<string, Uint8Array>()
  for (const [size, seal] of seals.entries()) {
    const place = seal.eventIds.indexOf(eventId)
    const leaves = Buffer.from(seal.leaves)
    if (place >= 0) {
      first = seal.id
      const event = (await selectSealedEvents(db, seal)).find(({ id }) => id === eventId)
      if (event) leaves.set(leafHash(sha256, eventBytes(event)), place * 32)
    }
    const hash = first > 0 ? await sealAgain(db, { ...seal, leaves, previous }) : seal.hash
    for (const [where, node] of grow(sha256, size, leafHash(sha256, hash), nodes)) {
      nodes.set(nameOf(where), node)
      await db`update history.node set hash = ${Buffer.from(node)} where level = ${where.level} and place = ${where.place}`
    }
    const root = Buffer.from(rootOf(sha256, size + 1, nodes))
    await db`update history.head set root = ${root} where head.size = ${size + 1}`
    previous = hash
  }
  return first
}

async function sealAgain(db: Database, seal: SealRow): Promise<Buffer> {
  const { leaves, previous } = seal
  const list = Array.from({ length: leaves.length / 32 }, (_, n) => leaves.subarray(n * 32, n * 32 + 32))
  const root = Buffer.from(treeHash(sha256, list))
  const words = sealText(sha256, { ...seal, recordKeys: seal.recordKeys ?? [], root })
  const hash = Buffer.from(sha256(new TextEncoder().encode(words)))
  await db`update history.seal set leaves = ${leaves}, root = ${root}, previous = ${previous}, hash = ${hash}
            where seal.id = ${seal.id}`
  return hash
}
