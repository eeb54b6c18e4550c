import { type Database, inTransaction, type Pool } from '../../../platform/db/index.ts'
import { leafHash, sha256, treeHash } from '../../history/index.ts'
import { type Category, categoryOf } from '../resources.rules.ts'
import { insertBundle, selectSealable, selectSealedUntil } from './bundles.queries.ts'
import { type EntryToSeal, entryText } from './entry-text.queries.ts'

const mostInBundle = 5_000

/**
 * Seals what came into the trail since: bundles by category, since each category is kept for another time, and a bundle
 * goes as a whole. The seals of the history cover the bundles. Answers how many entries were sealed.
 */
export async function sealTrail(pool: Pool, now: Date): Promise<number> {
  let total = 0
  for (;;) {
    const sealed = await inTransaction(pool, (trx) => sealOnce(trx, now))
    total += sealed
    if (sealed < mostInBundle) return total
  }
}

async function sealOnce(db: Database, now: Date): Promise<number> {
  const fromTx = await selectSealedUntil(db)
  if (fromTx === 'busy') return 0
  const { entries, toTx } = await selectSealable(db, fromTx, mostInBundle)
  const byCategory = Map.groupBy(entries, ({ resource }) => categoryOf(resource))
  for (const [category, all] of byCategory)
    for (let at = 0; at < all.length; at += mostInBundle)
      await insertBundle(db, bundleOf(category, all.slice(at, at + mostInBundle), { fromTx, toTx, sealedAt: now }))
  return entries.length
}

function bundleOf(
  category: Category,
  entries: readonly EntryToSeal[],
  span: { readonly fromTx: string; readonly toTx: string; readonly sealedAt: Date },
) {
  const leaves = entries.map(leafOf)
  const moments = entries.map(({ at }) => at.getTime())
  return {
    ...span,
    category,
    entryIds: entries.map(({ id }) => id),
    leaves: Buffer.concat(leaves),
    root: Buffer.from(treeHash(sha256, leaves)),
    firstAt: new Date(moments.reduce((one, other) => Math.min(one, other))),
    lastAt: new Date(moments.reduce((one, other) => Math.max(one, other))),
  }
}

const leafOf = (entry: EntryToSeal): Uint8Array => leafOfText(entryText(entry))

/** The leaf of the text of an entry. */
export const leafOfText = (text: string): Uint8Array => leafHash(sha256, new TextEncoder().encode(text))
