import { mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { detectKind, type FileKind, sniffBytes } from '../file-kinds/index.ts'
import type { Log } from '../log/index.ts'
import { cleanText } from './clean-text.ts'
import { readInWorker } from './in-worker.ts'
import { readPdf as byPoppler } from './pdf-text.ts'
import { readPlain } from './plain-text.ts'
import type { Reading, ReadingLimits } from './reading.ts'
import { openScanReader, type ScanReader } from './scan-reader.ts'
import { detectTools, type ExtractionTools } from './tools.ts'

/** The words of a file, for searching. `truncated`: a limit left part of it out. No words found: `none` and ''. */
export type ExtractedText = {
  readonly text: string
  readonly method: 'pdftotext' | 'unpdf' | 'office' | 'plain' | 'none'
  readonly pages?: number
  readonly truncated: boolean
  /** An image, or pages of images: its words can only be recognized, with `openScan`. */
  readonly isScan: boolean
}

/** `limitChars` bounds the text, `timeoutMs` the whole of the work on one file. */
export type ExtractionLimits = { readonly limitChars: number; readonly timeoutMs: number }

/** Reads words out of files of any kind, within bounds. */
export type TextExtractor = {
  /**
   * Reads the words of a file given by its path or its bytes. Never fails: a file that is damaged, hostile or too slow
   * gives what could be read, perhaps nothing, and a line in the log. The text is fit for PostgreSQL (no NUL, well formed).
   */
  extract(source: string | Uint8Array, kind: FileKind, limits: ExtractionLimits): Promise<ExtractedText>
  /** Recognizes words in the pictures of a file for which `extract` said `isScan`. Takes seconds a page; close it. */
  openScan(path: string, kind: FileKind): Promise<ScanReader>
  /** The program is ending: pages that are being read are left, as if nobody had begun them. */
  endScans(): Promise<void>
  /** The programs found on this machine, for the page that tells the administrator what is missing. */
  tools(): Promise<ExtractionTools>
}

/** A reader of words that uses the programs of the machine (poppler, tesseract) when they are there; found once. */
export function openTextExtractor({ log }: { readonly log: Pick<Log, 'warn'> }): TextExtractor {
  let found: Promise<ExtractionTools> | undefined
  const tools = () => (found ??= detectTools())
  const open = new Set<ScanReader>()
  let isEnding = false
  return {
    tools,
    extract: async (source, kind, limits) => {
      const deadline = performance.now() + limits.timeoutMs
      try {
        const read = (path: string) => readFile(path, kind, { ...limits, deadline, tools: tools() })
        const reading = await withPath(source, read)
        if (reading.trouble)
          log.warn({ kind: kind.extension, trouble: reading.trouble }, 'text of a file only partly read')
        return toResult(reading, limits.limitChars)
      } catch (error) {
        log.warn({ kind: kind.extension, err: error }, 'text of a file could not be read')
        return { text: '', method: 'none', truncated: false, isScan: false }
      }
    },
    openScan: async (path, kind) => {
      const reader = openScanReader(resolve(path), kind, await tools())
      open.add(reader)
      return {
        close: () => {
          open.delete(reader)
          return reader.close()
        },
        readPage: async (page) => {
          if (isEnding) return { isStopped: true }
          const seen = await reader.readPage(page)
          if ('text' in seen) return { text: cleanText(seen.text) }
          if (isEnding) return { isStopped: true }
          log.warn({ kind: kind.extension, page, trouble: seen.trouble }, 'words of a picture could not be recognized')
          return seen
        },
      }
    },
    endScans: async () => {
      isEnding = true
      await Promise.all([...open].map((reader) => reader.close()))
    },
  }
}

type Means = { limitChars: number; deadline: number; tools: Promise<ExtractionTools> }

async function readFile(path: string, kind: FileKind, { limitChars, deadline, tools }: Means): Promise<Reading> {
  const limits = { limitChars, deadline }
  switch (kind.extension) {
    case 'pdf':
      return readPdf(path, limits, await tools)
    case 'docx':
    case 'xlsx':
    case 'pptx':
    case 'odt':
    case 'ods':
    case 'odp':
      return readInWorker({ task: 'office', path, family: kind.extension }, limits)
    case 'txt':
    case 'csv':
    case 'xml':
    case 'html':
      return readPlain(path, kind.extension, limitChars)
  }
  // Tesseract takes a file that is no image for a list of files to read: only what is an image ever reaches it.
  return { text: '', method: 'none', isScan: canBeSeen(kind, await tools) && (await isWhatItSays(path, kind)) }
}

async function readPdf(path: string, limits: ReadingLimits, tools: ExtractionTools): Promise<Reading> {
  const reading = await (tools.pdftotext ? byPoppler(path, limits) : readInWorker({ task: 'pdf', path }, limits))
  return { ...reading, isScan: hasFewWords(reading) && (await isWhatItSays(path, { extension: 'pdf' })) }
}

/** A scanned page often carries a few letters (a stamp, a page number) and no more. */
function hasFewWords({ text, pages }: Reading): boolean {
  return pages !== undefined && text.replace(/[^\p{L}\p{N}]/gu, '').length < 16 * pages
}

/** What came with the packages does not unpack TIFF; tesseract does. */
function canBeSeen(kind: FileKind, tools: ExtractionTools): boolean {
  return kind.show === 'image' || (kind.extension === 'tif' && tools.tesseract)
}

async function isWhatItSays(path: string, { extension }: Pick<FileKind, 'extension'>): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(sniffBytes), 0, sniffBytes, 0)
    return (await detectKind(buffer.subarray(0, bytesRead), `x.${extension}`, '')).done
  } finally {
    await file.close()
  }
}

function toResult(reading: Reading, limitChars: number): ExtractedText {
  const whole = cleanText(reading.text)
  const text = whole.slice(0, limitChars).toWellFormed()
  return {
    text,
    method: text === '' ? 'none' : reading.method,
    ...(reading.pages === undefined ? {} : { pages: reading.pages }),
    truncated: reading.truncated === true || whole.length > limitChars,
    isScan: reading.isScan === true,
  }
}

/** Bytes are given to the readers as a file of this process alone, which lives as long as the reading. */
async function withPath(source: string | Uint8Array, read: (path: string) => Promise<Reading>): Promise<Reading> {
  if (typeof source === 'string') return read(resolve(source))
  const folder = await mkdtemp(join(tmpdir(), 'carimbo-text-'))
  try {
    const path = join(folder, 'file')
    await writeFile(path, source, { mode: 0o600 })
    return await read(path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
