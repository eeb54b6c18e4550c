import { Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import { inTransaction } from '../../../platform/db/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { type EntryToSeal, entryText, selectEntries } from '../sealing/entry-text.queries.ts'
import { leafOfText } from '../sealing/seal-trail.ts'
import { type BundleToRemove, insertRemoval, lockRemoving, selectPastTerm } from './removing.queries.ts'

const mostBundlesInFile = 500
const mostEntriesInFile = 50_000
const mostFilesARun = 200
const mostFileBytes = 512 * 1024 ** 2

/**
 * Moves what is past its term out of the trail: into compressed files of the store, each with its line in the removals.
 * What is not as it was sealed stays where it is, and the log says so. Answers how many entries went.
 */
export async function removePastTerm(platform: Pick<Platform, 'db' | 'files' | 'log' | 'clock'>): Promise<number> {
  let total = 0
  for (let run = 0; run < mostFilesARun; run++) {
    const gone = await removeOnce(platform)
    total += gone
    if (gone === 0) break
  }
  if (total > 0) platform.log.info({ count: total }, 'entries of the trail past their term were moved to files')
  return total
}

async function removeOnce({ db, files, log, clock }: Pick<Platform, 'db' | 'files' | 'log' | 'clock'>) {
  return inTransaction(db, async (trx) => {
    if (!(await lockRemoving(trx))) return 0
    const now = clock()
    const bundles = upTo(await selectPastTerm(trx, now, mostBundlesInFile))
    const [first] = bundles
    if (!first) return 0
    const entryIds = bundles.flatMap((bundle) => bundle.entryIds)
    const entries = await selectEntries(trx, entryIds)
    const broken = bundles.find((bundle) => !isAsSealed(bundle, entries))
    if (broken) {
      log.error({ bundle: broken.id }, 'the trail is not as it was sealed: nothing of it is moved')
      return 0
    }
    // The file survives a power cut before the entries go; a rolled-back run leaves one file that nothing names.
    const stored = await files.put(Readable.from(linesOf(entries)).pipe(createGzip()), { limitBytes: mostFileBytes })
    if (!stored.done) {
      log.error({ why: stored.refusals[0] }, 'entries past their term could not be stored')
      return 0
    }
    const moments = bundles.flatMap(({ firstAt, lastAt }) => [firstAt.getTime(), lastAt.getTime()])
    await insertRemoval(trx, {
      ...stored.value,
      termId: first.termId,
      bundleIds: bundles.map(({ id }) => id),
      entryIds,
      firstAt: new Date(Math.min(...moments)),
      lastAt: new Date(Math.max(...moments)),
      at: now,
    })
    return entryIds.length
  })
}

function upTo(bundles: readonly BundleToRemove[]): BundleToRemove[] {
  let sum = 0
  return bundles.filter(({ entryIds }, place) => {
    sum += entryIds.length
    return place === 0 || sum <= mostEntriesInFile
  })
}

function isAsSealed({ entryIds, leaves }: BundleToRemove, entries: readonly EntryToSeal[]): boolean {
  const texts = new Map(entries.map((entry) => [entry.id, entryText(entry)]))
  return entryIds.every((id, place) => {
    const text = texts.get(id)
    return text !== undefined && Buffer.from(leafOfText(text)).equals(leaves.subarray(place * 32, place * 32 + 32))
  })
}

function* linesOf(entries: readonly EntryToSeal[]): Generator<string> {
  for (const entry of entries) yield `${entryText(entry)}\n`
}
