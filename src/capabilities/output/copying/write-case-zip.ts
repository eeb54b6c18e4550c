import { createReadStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileStore } from '../../../platform/files/index.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import type { Platform } from '../../../platform/platform.ts'
import { sha256Hex, sha256OfStream } from '../../../platform/sha256.ts'
import { secretNumbers } from '../../cases/index.ts'
import { type Document, explainUnmarked, writeMarkedPdf } from '../../documents/index.ts'
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
  { progress, madeAt, workspace }: WriteOptions,
  included: Set<string>,
): AsyncGenerator<ZipEntry> {
  const files: ManifestFile[] = []
  const omitted: ManifestOmission[] = []
  for await (const { item, print } of printBatches(platform, copy.items)) {
    const plain = await contentOf(platform.files, item, print)
    const path = join(workspace, `marcado-${item.place}.pdf`)
    const found = 'omitted' in plain ? plain : await markedOf(platform, copy, item, plain, { path, madeAt })
    if ('omitted' in found) omitted.push({ document: item.document, place: item.place, reason: found.omitted })
    else {
      const { extension } = found
      const name = entryName(item.document, { place: item.place, places: copy.treeCount, extension })
      const content = found.marked ? createReadStream(path) : await found.store.open(found.sha256)
      if (!content) throw new Error(`the file ${found.sha256} went away while it was copied`)
      yield { name, modifiedAt: item.document.createdAt, compress: compressible.has(extension), content }
      files.push({
        name,
        sha256: found.sha256,
        sizeBytes: found.sizeBytes,
        document: item.document,
        drawn: print !== undefined,
        ...(found.marked ? { mark: 'Com marca de sigilo em cada página; o original não foi alterado.' } : {}),
        ...(found.unmarked ? { mark: `Sem marca de sigilo. ${found.unmarked}` } : {}),
      })
      await rm(path, { force: true })
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

interface Found {
  readonly store: FileStore
  readonly sha256: string
  readonly sizeBytes: number
  readonly extension: string
  /** It lies in the workspace, with the mark of who asked. */
  readonly marked?: true
  /** Why it leaves without the mark that others of this copy have. */
  readonly unmarked?: string
}

type Content = Found | { readonly omitted: Omission }

/** What is confidential leaves with the mark of who takes it, where it is a PDF that can carry one. */
async function markedOf(
  platform: Platform,
  { actor, caseFile }: GatheredCopy,
  { document }: CopyItem<Document>,
  found: Found,
  { path, madeAt }: { readonly path: string; readonly madeAt: Date },
): Promise<Found> {
  if (caseFile.effectiveLevel !== 'confidential') return found
  if (found.extension !== 'pdf') return { ...found, unmarked: 'Só arquivos PDF recebem a marca.' }
  const { store: files, sha256 } = found
  const why = await writeMarkedPdf(platform, actor, { document, files, sha256 }, path, madeAt)
  if (why === 'try-later') throw new Error('the page maker is busy: the copy is tried again')
  if (why) return { ...found, unmarked: explainUnmarked(why) }
  const { size } = await stat(path)
  return { ...found, sha256: await sha256OfStream(createReadStream(path)), sizeBytes: size, marked: true }
}

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
