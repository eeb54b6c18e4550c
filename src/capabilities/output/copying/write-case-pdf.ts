import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { todayIn } from '../../../platform/calendar/index.ts'
import type { FileStore } from '../../../platform/files/index.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import type { CasePart, CasePdfInput } from '../../../platform/pdf/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { type Document, markWords } from '../../documents/index.ts'
import type { Omission } from '../conversion.rules.ts'
import type { CopyItem } from '../copy-contents.rules.ts'
import { generatedFiles } from '../generated-files.ts'
import type { CopyFailure } from './copy-failure.text.ts'
import { accessWords, askerWords } from './copy-words.text.ts'
import type { GatheredCopy } from './gather-copy.ts'
import { printBatches } from './print-batches.ts'
import type { Progress, WrittenCopy } from './run-copy.ts'

export interface WriteOptions {
  /** A folder of this run alone, removed after it. */
  readonly workspace: string
  readonly progress: Progress
  readonly madeAt: Date
}

/**
 * The case file as one PDF: cover, index, every part with its folio, and the sheet of what is not there. Each part is laid
 * on the disk first, so that the size of the case file never stands in memory.
 */
export async function writeCasePdf(
  platform: Platform,
  copy: GatheredCopy,
  options: WriteOptions,
): Promise<Outcome<WrittenCopy, CopyFailure>> {
  const parts: CasePart[] = []
  for await (const { item, print } of printBatches(platform, copy.items)) {
    const path = join(options.workspace, `parte-${item.place}`)
    const source = print
      ? await laidDown(print.files, print.sha256, path).then((found) => pdfSource(path, found))
      : await sourceOf(platform.files, item, path)
    parts.push(partOf(item, source))
    await options.progress.step()
  }
  const output = join(options.workspace, 'copia.pdf')
  const made = await platform.pdf.renderCaseFile(inputOf(copy, parts, options.madeAt), output)
  const stored = await (await generatedFiles(platform)).put(createReadStream(output), { limitBytes: made.sizeBytes })
  if (!stored.done) return refuse(stored.refusals[0])
  const omitted = new Set(made.omitted.map(({ part }) => part))
  const included = copy.items.filter((_, index) => !omitted.has(index)).map(({ document }) => document.id)
  return done({ ...stored.value, included: new Set(included) })
}

function inputOf(
  { actor, caseFile, items, treeCount, isPartial, cover, interested }: GatheredCopy,
  parts: CasePart[],
  madeAt: Date,
) {
  const input: CasePdfInput = {
    agency: { name: caseFile.agencyName, acronym: caseFile.agencyAcronym },
    unit: `${cover.unitName} – ${caseFile.unitAcronym}`,
    caseNumber: caseFile.number,
    caseType: caseFile.typeName,
    summary: caseFile.summary,
    interestedParties: interested,
    accessLevel: accessWords(caseFile),
    restricted: caseFile.effectiveLevel !== 'public',
    openedOn: caseFile.filedOn,
    ...(cover.concludedAt ? { concludedOn: todayIn(cover.concludedAt) } : {}),
    requestedBy: askerWords(actor, isPartial ? { chosen: items.filter(isOpen).length, all: treeCount } : undefined),
    ...(caseFile.effectiveLevel === 'confidential' ? { mark: markWords(actor, madeAt) } : {}),
    createdAt: madeAt.toISOString(),
    parts,
  }
  return input
}

const isOpen = ({ state }: CopyItem<Document>): boolean => 'open' in state

/** Of what may not be read, the type and the number, and not a word more. */
function partOf({ document, state }: CopyItem<Document>, source: CasePart['source']): CasePart {
  const documentNumber = document.number
  if ('closed' in state) return { title: document.typeName, documentNumber, source }
  const title = [document.typeName, document.typeNumber, document.treeName].filter(Boolean).join(' ')
  return { title, documentNumber, unit: document.unitAcronym, date: document.datedOn, source }
}

async function sourceOf(
  files: FileStore,
  { document, state }: CopyItem<Document>,
  path: string,
): Promise<CasePart['source']> {
  if ('closed' in state) return omitted(state.closed)
  const { open } = state
  if (open.by === 'nothing') return omitted(open.reason)
  const file = open.by === 'drawing' ? undefined : document.file
  if (!file) return omitted('missing')
  const found = await laidDown(files, file.sha256, path)
  if (open.by === 'pdf' || found !== 'laid') return pdfSource(path, found)
  return { kind: 'image', mediaType: file.mediaType, file: { path } }
}

const omitted = (reason: Omission): CasePart['source'] => ({ kind: 'omitted', reason })

function pdfSource(path: string, found: 'laid' | 'missing' | 'damaged'): CasePart['source'] {
  return found === 'laid' ? { kind: 'pdf', file: { path } } : omitted(found)
}

/** Brings a file of a store to a path, compared with its name on the way. */
async function laidDown(files: FileStore, sha256: string, path: string): Promise<'laid' | 'missing' | 'damaged'> {
  const stream = await files.open(sha256)
  if (!stream) return 'missing'
  let cause: unknown
  stream.on('error', (error) => {
    cause = error
  })
  try {
    await pipeline(stream, createWriteStream(path, { mode: 0o600 }))
    return 'laid'
  } catch (error) {
    // What was changed on the disk is left out; a full disk of ours is not the document's fault.
    if (cause === error && !('code' in (error as object))) return 'damaged'
    throw error
  }
}
