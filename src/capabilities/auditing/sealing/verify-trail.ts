import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import type { Database } from '../../../platform/db/index.ts'
import type { FileStore } from '../../../platform/files/index.ts'
import { entryText, selectEntries } from './entry-text.queries.ts'
import { leafOfText } from './seal-trail.ts'
import {
  type RemovalToVerify,
  type SealedBundle,
  selectBundles,
  selectBundlesById,
  selectRemovals,
  selectSlippedIn,
} from './verify.queries.ts'

/** An entry of the trail that is not as it was sealed, or the file of a removal. */
export type TrailBreak =
  | { readonly kind: 'entry-changed' | 'entry-missing' | 'entry-slipped-in'; readonly entry: string }
  | { readonly kind: 'file-missing' | 'file-changed'; readonly sha256: string }

export interface TrailVerification {
  /** Entries that were compared with their bundle, in the trail or in a file. */
  readonly entries: number
  /** Of them, how many were taken away by right. */
  readonly removed: number
  readonly broken: readonly TrailBreak[]
}

/** Compares every sealed entry with its bundle. The bundles themselves are proved by the seals of the history. */
export async function verifyTrail(db: Database, files: FileStore): Promise<TrailVerification> {
  const broken: TrailBreak[] = []
  let entries = 0
  let removed = 0
  for (let last = '0'; ; ) {
    const page = await selectBundles(db, last, 20)
    for (const bundle of page) {
      broken.push(...(await bundleAgainst(db, bundle)))
      entries += bundle.entryIds.length
    }
    last = page.at(-1)?.id ?? last
    if (page.length === 0) break
  }
  for (const removal of await selectRemovals(db)) {
    const found = await fileAgainst(db, files, removal)
    broken.push(...found.broken)
    removed += found.entries
  }
  const slipped = (await selectSlippedIn(db)).map((entry): TrailBreak => ({ kind: 'entry-slipped-in', entry }))
  return { entries: entries + removed, removed, broken: [...broken, ...slipped] }
}

/** What is broken, in plain Portuguese. */
export function tellTrailBreak(found: Extract<TrailBreak, { entry: string }>): string {
  const words = {
    'entry-changed': 'foi alterado depois de selado',
    'entry-missing': 'foi apagado depois de selado',
    'entry-slipped-in': 'foi incluído por fora',
  }
  return `O registro de auditoria ${found.entry} ${words[found.kind]}.`
}

async function bundleAgainst(db: Database, bundle: SealedBundle): Promise<TrailBreak[]> {
  const found = new Map((await selectEntries(db, bundle.entryIds)).map((entry) => [entry.id, entryText(entry)]))
  return bundle.entryIds.flatMap((entry, place): TrailBreak[] => {
    const text = found.get(entry)
    if (text === undefined) return [{ kind: 'entry-missing', entry }]
    return isLeaf(text, bundle, place) ? [] : [{ kind: 'entry-changed', entry }]
  })
}

async function fileAgainst(db: Database, files: FileStore, { bundleIds, fileSha256: sha256 }: RemovalToVerify) {
  const bundles = await selectBundlesById(db, bundleIds)
  const entries = bundles.reduce((sum, { entryIds }) => sum + entryIds.length, 0)
  const condition = await files.verify(sha256)
  if (condition !== 'intact') {
    const kind = condition === 'missing' ? ('file-missing' as const) : ('file-changed' as const)
    return { entries, broken: [{ kind, sha256 }] }
  }
  const lines = await linesOf(files, sha256)
  const wrong = bundles
    .flatMap((bundle) => bundle.entryIds.map((entry, place) => ({ entry, bundle, place })))
    .flatMap(({ entry, bundle, place }, at): TrailBreak[] => {
      const text = lines[at]
      if (text === undefined) return [{ kind: 'entry-missing', entry }]
      return isLeaf(text, bundle, place) ? [] : [{ kind: 'entry-changed', entry }]
    })
  return { entries, broken: wrong }
}

function isLeaf(text: string, { leaves }: SealedBundle, place: number): boolean {
  return Buffer.from(leafOfText(text)).equals(leaves.subarray(place * 32, place * 32 + 32))
}

async function linesOf(files: FileStore, sha256: string): Promise<string[]> {
  const stream = await files.open(sha256)
  if (!stream) return []
  const lines: string[] = []
  for await (const line of createInterface({ input: stream.pipe(createGunzip()) })) lines.push(line)
  return lines
}
