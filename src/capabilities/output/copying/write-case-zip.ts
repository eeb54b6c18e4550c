import type { FileStore } from '../../../platform/files/index.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import type { Platform } from '../../../platform/platform.ts'
import { sha256Hex } from '../../../platform/sha256.ts'
import { secretNumbers } from '../../cases/index.ts'
import type { Document } from '../../documents/index.ts'
import { type HistoryLine, readHistory } from '../../history/index.ts'
import type { Omission } from '../conversion.rules.ts'
import { type CopyItem, mostZipBytes } from '../copy-contents.rules.ts'
import { entryName } from '../file-names.rules.ts'
import { generatedFiles } from '../generated-files.ts'
import type { Print } from '../printing/plan-prints.ts'
import type { CopyFailure } from './copy-failure.text.ts'
import { historyText } from './copy-words.text.ts'
import type { GatheredCopy } from './gather-copy.ts'
import { type ManifestFile, type ManifestOmission, manifestOf } from './manifest.text.ts'
import { printBatches } from './print-batches.ts'
import type { WrittenCopy } from './run-copy.ts'
import type { WriteOptions } from './write-case-pdf.ts'
import { type ZipEntry, zipOf } from './zip-stream.ts'

/**
 * The case file as a ZIP: the filed originals byte by byte, the authored documents as PDF/A with their signatures, the
 * history, and a manifest with the SHA-256 of every file. It goes to the store as it is made.
 */
export async function writeCaseZip(
  platform: Platform,
  copy: GatheredCopy,
  options: WriteOptions,
): Promise<Outcome<WrittenCopy, CopyFailure>> {
  const included = new Set<string>()
  const stored = await (await generatedFiles(platform)).put(zipOf(entriesOf(platform, copy, options, included)), {
    limitBytes: mostZipBytes,
  })
  return stored.done ? done({ ...stored.value, included }) : refuse(stored.refusals[0])
}

async function* entriesOf(
  platform: Platform,
  copy: GatheredCopy,
  { progress, madeAt }: WriteOptions,
  included: Set<string>,
): AsyncGenerator<ZipEntry> {
  const files: ManifestFile[] = []
  const omitted: ManifestOmission[] = []
  for await (const { item, print } of printBatches(platform, copy.items)) {
    const found = await contentOf(platform.files, item, print)
    if ('omitted' in found) omitted.push({ document: item.document, place: item.place, reason: found.omitted })
    else {
      const { extension } = found
      const name = entryName(item.document, { place: item.place, places: copy.treeCount, extension })
      const content = await found.store.open(found.sha256)
      if (!content) throw new Error(`the file ${found.sha256} went away while it was copied`)
      yield { name, modifiedAt: item.document.createdAt, compress: compressible.has(extension), content }
      files.push({
        name,
        sha256: found.sha256,
        sizeBytes: found.sizeBytes,
        document: item.document,
        drawn: print !== undefined,
      })
      included.add(item.document.id)
    }
    await progress.step()
  }
  const history = new TextEncoder().encode(
    historyText(copy.caseFile.number, await wholeHistory(platform, copy), madeAt),
  )
  yield textEntry('historico.txt', history, madeAt)
  files.push({
    name: 'historico.txt',
    sha256: sha256Hex(history),
    sizeBytes: history.byteLength,
    document: undefined,
    drawn: false,
  })
  const manifest = manifestOf({ ...copy, files, omitted, madeAt })
  yield textEntry('manifesto.json', new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`), madeAt)
}

/** Texts become a fraction of what they were; PDF, pictures, sound and office files are compressed by themselves. */
const compressible: ReadonlySet<string> = new Set(['txt', 'csv', 'xml', 'html'])

type Content =
  | { readonly store: FileStore; readonly sha256: string; readonly sizeBytes: number; readonly extension: string }
  | { readonly omitted: Omission }

async function contentOf(
  files: FileStore,
  { document, state }: CopyItem<Document>,
  print: Print | undefined,
): Promise<Content> {
  if ('closed' in state) return { omitted: state.closed }
  if (print) return { store: print.files, sha256: print.sha256, sizeBytes: print.sizeBytes, extension: 'pdf' }
  const { file } = document
  if (!file) return { omitted: 'missing' }
  // Read twice: once it is in the ZIP, a file that turns out to be damaged could not be taken out again.
  const condition = await files.verify(file.sha256)
  if (condition !== 'intact') return { omitted: condition === 'missing' ? 'missing' : 'damaged' }
  return { store: files, sha256: file.sha256, sizeBytes: file.sizeBytes, extension: file.extension.toLowerCase() }
}

function textEntry(name: string, bytes: Uint8Array, modifiedAt: Date): ZipEntry {
  return { name, modifiedAt, compress: true, content: once(bytes) }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** A case file with more acts than this is told of up to there, the newest ones. */
const mostPages = 400

async function wholeHistory({ db }: Platform, { actor, caseFile }: GatheredCopy): Promise<HistoryLine[]> {
  const lines: HistoryLine[] = []
  for (let page = 1; page <= mostPages; page += 1) {
    const request = { caseFileId: caseFile.id, unitId: actor.unitId, view: 'complete', page } as const
    const found = await readHistory(db, request, (numbers) => secretNumbers(db, actor, numbers))
    lines.push(...found.lines)
    if (lines.length >= found.total || found.lines.length === 0) break
  }
  return lines.reverse()
}
