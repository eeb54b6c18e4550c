import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FileKind } from '../file-kinds/index.ts'
import { openRecognitionThread, type PageAnswer, type PageQuestion } from './recognition-thread.ts'
import { runTool } from './run-tool.ts'
import type { ExtractionTools } from './tools.ts'

/** A minute for a page: a large one on a slow machine takes a quarter of it. */
export const pagePatienceMs = 60_000

/** `isStopped`: the program is ending, and nothing is known of the page. */
export type SeenPage = PageAnswer | { readonly isStopped: true }

/** Reads a scan page by page. Never fails: what cannot be read is `trouble`. */
export interface ScanReader {
  readPage(page: number): Promise<SeenPage>
  /** Also ends a page that is being read: it becomes `trouble`. */
  close(): Promise<void>
}

interface Reader extends ScanReader {
  readPage(page: number): Promise<PageAnswer>
}

/**
 * Reads with tesseract and poppler where the machine has them, which is faster, and otherwise with what came with the
 * packages. An image is a scan of one page.
 */
export function openScanReader(
  path: string,
  kind: Pick<FileKind, 'extension'>,
  tools: ExtractionTools,
  { patienceMs = pagePatienceMs }: { readonly patienceMs?: number } = {},
): Reader {
  const thread = openRecognitionThread()
  const closing = new AbortController()
  const { signal } = closing
  const ask = async (question: PageQuestion): Promise<PageAnswer> =>
    signal.aborted ? { trouble: 'closed' } : thread.ask(question, patienceMs)
  const read = (picture: string): Promise<PageAnswer> =>
    tools.tesseract ? byTesseract(picture, tools, patienceMs, signal) : ask({ path: picture })
  return {
    readPage: (page) => {
      if (kind.extension !== 'pdf') return read(path)
      return tools.pdftoppm ? drawn({ path, page, patienceMs, signal }, read) : ask({ path, page })
    },
    close: () => {
      closing.abort()
      return thread.close()
    },
  }
}

async function byTesseract(
  picture: string,
  tools: ExtractionTools,
  patienceMs: number,
  signal: AbortSignal,
): Promise<PageAnswer> {
  const args = [picture, 'stdout', '-l', tools.ocrLanguage ?? 'por']
  const bounds = { deadline: performance.now() + patienceMs, limitBytes: 2_000_000, signal }
  const { output, end } = await runTool('tesseract', args, bounds)
  return end === 'finished' ? { text: output.toString('utf8') } : { trouble: `tesseract: ${end}` }
}

interface PageToDraw {
  readonly path: string
  readonly page: number
  readonly patienceMs: number
  readonly signal: AbortSignal
}

async function drawn(
  { path, page, patienceMs, signal }: PageToDraw,
  read: (picture: string) => Promise<PageAnswer>,
): Promise<PageAnswer> {
  const folder = await mkdtemp(join(tmpdir(), 'carimbo-ocr-'))
  try {
    const picture = join(folder, 'page')
    // 2400 points on the long side is 200 dpi for A4, and a bound for pages that claim to be as large as a house.
    const args = ['-f', `${page}`, '-l', `${page}`, '-scale-to', '2400', '-gray', '-singlefile', path, picture]
    const bounds = { deadline: performance.now() + patienceMs, limitBytes: 10_000, signal }
    const { end } = await runTool('pdftoppm', args, bounds)
    return end === 'finished' ? await read(`${picture}.pgm`) : { trouble: `pdftoppm: ${end}` }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
