import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Platform } from '../../../platform/platform.ts'
import { generatedFiles, generatedFolder, removeGenerated } from '../generated-files.ts'
import { enqueueCopy } from './ask-copy.ts'
import { selectAbandoned } from './copy-job.queries.ts'
import { forgottenBefore } from './find-copy.ts'
import { staleMs } from './run-copy.ts'
import { deleteOld, selectNamed } from './sweep.queries.ts'

const dayMs = 24 * 3_600_000
/** A PDF of a document that nobody opened for so long is made again when it is wanted. */
const unusedMs = 30 * dayMs
/** A queued copy waits this long at most before its job is taken for lost. */
const lostMs = 10 * 60_000

/** Takes up copies whose worker died in the middle, or whose job was lost. Every minute. */
export async function reviveCopies({ db, clock }: Platform): Promise<void> {
  const now = clock().getTime()
  for (const id of await selectAbandoned(db, new Date(now - staleMs), new Date(now - lostMs))) await enqueueCopy(db, id)
}

/**
 * Forgets copies after their seven days and PDFs that nobody uses, then deletes every made file that no row names: also
 * those of runs that died between file and row. Once a day.
 */
export async function sweepCopies(platform: Platform): Promise<{ files: number }> {
  const now = platform.clock()
  await deleteOld(platform.db, { copiesBefore: forgottenBefore(now), pdfsBefore: new Date(now.getTime() - unusedMs) })
  // What was written a moment ago may still wait for its row.
  const settledBefore = new Date(now.getTime() - dayMs)
  await (await generatedFiles(platform)).sweepTemporary(settledBefore)
  await sweepWorkspaces(generatedFolder(platform), settledBefore)
  let files = 0
  for await (const names of madeFiles(generatedFolder(platform), settledBefore)) {
    const named = new Set(await selectNamed(platform.db, names))
    for (const sha256 of names.filter((name) => !named.has(name))) {
      await removeGenerated(platform, sha256)
      files += 1
    }
  }
  return { files }
}

async function sweepWorkspaces(folder: string, settledBefore: Date): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith('montagem-')) continue
    const path = join(folder, name)
    if (await isOlder(path, settledBefore)) await rm(path, { recursive: true, force: true })
  }
}

/** The digests of the made files that are old enough, folder by folder of the store. */
async function* madeFiles(folder: string, settledBefore: Date): AsyncGenerator<string[]> {
  for (const outer of (await readdir(folder)).filter(isHexPair)) {
    for (const inner of (await readdir(join(folder, outer))).filter(isHexPair)) {
      const names: string[] = []
      for (const name of await readdir(join(folder, outer, inner))) {
        const isFile = /^[0-9a-f]{64}$/.test(name)
        if (isFile && (await isOlder(join(folder, outer, inner, name), settledBefore))) names.push(name)
      }
      if (names.length > 0) yield names
    }
  }
}

const isHexPair = (name: string): boolean => /^[0-9a-f]{2}$/.test(name)

async function isOlder(path: string, moment: Date): Promise<boolean> {
  const found = await stat(path).catch(() => undefined)
  return found !== undefined && found.mtime < moment
}
