import { mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { detectKind, type FileKind, sniffBytes } from '../file-kinds/index.ts'
import type { Log } from '../log/index.ts'
import { cleanText } from './clean-text.ts'
import { readInWorker } from './in-worker.ts'
import { ocrImage, ocrPdf } from './ocr.ts'
import { readPdf } from './pdf-text.ts'
import { readPlain } from './plain-text.ts'
import type { Reading } from './reading.ts'
import { detectTools, type ExtractionTools } from './tools.ts'

/** The words of a file, for searching. `truncated`: a limit left part of it out. No words found: `none` and ''. */
export type ExtractedText = {
  readonly text: string
  readonly method: 'pdftotext' | 'unpdf' | 'office' | 'plain' | 'ocr' | 'none'
  readonly pages?: number
  readonly truncated: boolean
}

/** `limitChars` bounds the text, `timeoutMs` the whole of the work on one file, OCR included. */
export type ExtractionLimits = { readonly limitChars: number; readonly timeoutMs: number }

/** Reads words out of files of any kind, within bounds. */
export type TextExtractor = {
  /**
   * Reads the words of a file given by its path or its bytes. Never fails: a file that is damaged, hostile or too slow
   * gives what could be read, perhaps nothing, and a line in the log. The text is fit for PostgreSQL (no NUL, well formed).
   */
  extract(source: string | Uint8Array, kind: FileKind, limits: ExtractionLimits): Promise<ExtractedText>
  /** The programs found on this machine, for the page that tells the administrator what is missing. */
  tools(): Promise<ExtractionTools>
}

/** A reader of words that uses the programs of the machine (poppler, tesseract) when they are there; found once. */
export function openTextExtractor({ log }: { readonly log: Pick<Log, 'warn'> }): TextExtractor {
  let found: Promise<ExtractionTools> | undefined
  const tools = () => (found ??= detectTools())
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
        return { text: '', method: 'none', truncated: false }
      }
    },
  }
}

type Means = { limitChars: number; deadline: number; tools: Promise<ExtractionTools> }

async function readFile(path: string, kind: FileKind, { limitChars, deadline, tools }: Means): Promise<Reading> {
  const limits = { limitChars, deadline }
  switch (kind.extension) {
    case 'pdf':
      return readPdfOrScan(path, limits, await tools)
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
  if (isOcrImage(kind) && (await tools).tesseract && (await isWhatItSays(path, kind)))
    return ocrImage(path, limits, await tools)
  return { text: '', method: 'none' }
}

async function readPdfOrScan(path: string, limits: { limitChars: number; deadline: number }, tools: ExtractionTools) {
  const reading = tools.pdftotext ? await readPdf(path, limits) : await readInWorker({ task: 'pdf', path }, limits)
  if (!isScan(reading) || !tools.tesseract || !tools.pdftoppm || !(await isWhatItSays(path, { extension: 'pdf' }))) {
    return reading
  }
  const seen = await ocrPdf(path, reading.pages, limits, tools)
  return seen.text.length > reading.text.length ? seen : reading
}

/** A scanned page often carries a few letters (a stamp, a page number) and no more. */
function isScan({ text, pages = 1 }: Reading): boolean {
  return text.replace(/[^\p{L}\p{N}]/gu, '').length < 16 * pages
}

function isOcrImage(kind: FileKind): boolean {
  return kind.show === 'image' || kind.extension === 'tif'
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
