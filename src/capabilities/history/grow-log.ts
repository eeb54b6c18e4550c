import type { Database } from '../../platform/db/index.ts'
import { insertHead, insertNodes, selectNodes, selectSealHashes, selectTreeSize } from './log.queries.ts'
import type { LogKey } from './log-key.ts'
import { grow, nameOf, type Place, peaksOf, rootOf } from './log-tree.rules.ts'
import { leafHash } from './merkle.rules.ts'
import { sha256 } from './sha-256.ts'
import { signedNote } from './signed-note.ts'

const mostLeavesAtOnce = 1_000

/** Puts the seals that are not yet in the tree into it and signs the new head. Answers its note. */
export async function growLog(db: Database, key: LogKey, now: Date): Promise<string> {
  let size = await selectTreeSize(db)
  const nodes = new Map(await selectNodes(db, peaksOf(size)))
  for (;;) {
    const hashes = await selectSealHashes(db, size, mostLeavesAtOnce)
    if (hashes.length === 0) break
    const grown: [Place, Uint8Array][] = []
    for (const hash of hashes) {
      for (const [place, node] of grow(sha256, size, leafHash(sha256, hash), nodes)) {
        nodes.set(nameOf(place), node)
        grown.push([place, node])
      }
      size++
    }
    await insertNodes(db, grown)
  }
  const root = Buffer.from(rootOf(sha256, size, nodes))
  const note = signedNote(key, { size, root, at: now })
  await insertHead(db, { size, root, note })
  return note
}
