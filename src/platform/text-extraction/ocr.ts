import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Reading, ReadingLimits } from './reading.ts'
import { runTool } from './run-tool.ts'
import type { ExtractionTools } from './tools.ts'

/** More scanned pages than this are beyond what anyone waits for; the first ones tell what the document is. */
const mostPages = 300

/** Text that tesseract sees in an image. */
export async function ocrImage(path: string, limits: ReadingLimits, tools: ExtractionTools): Promise<Reading> {
  const args = [path, 'stdout', '-l', tools.ocrLanguage ?? 'por']
  const { output, end } = await runTool('tesseract', args, {
    deadline: limits.deadline,
    limitBytes: limits.limitChars * 4,
  })
  const reading = { text: output.toString('utf8'), method: 'ocr' } as const
  if (end === 'finished') return reading
  return { ...reading, truncated: end !== 'failed', trouble: `tesseract: ${end}` }
}

/** Text that tesseract sees in the pages of a scanned PDF, page after page until a limit is reached. */
export async function ocrPdf(
  path: string,
  pages: number | undefined,
  limits: ReadingLimits,
  tools: ExtractionTools,
): Promise<Reading> {
  const folder = await mkdtemp(join(tmpdir(), 'carimbo-ocr-'))
  const last = Math.min(pages ?? 1, mostPages)
  let text = ''
  let read = 0
  let trouble: string | undefined
  try {
    while (read < last && text.length < limits.limitChars && !trouble) {
      const seen = await ocrPage(path, read + 1, folder, limits, tools)
      if (seen.text !== '') text += `${seen.text}\n`
      trouble = seen.trouble
      if (!trouble) read += 1
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  const truncated = read < (pages ?? 1)
  return { text, method: 'ocr', truncated, ...(pages === undefined ? {} : { pages }), ...(trouble ? { trouble } : {}) }
}

async function ocrPage(
  path: string,
  page: number,
  folder: string,
  limits: ReadingLimits,
  tools: ExtractionTools,
): Promise<Reading> {
  const picture = join(folder, 'page')
  // 2400 points on the long side is 200 dpi for A4, and a bound for pages that claim to be as large as a house.
  const args = ['-f', `${page}`, '-l', `${page}`, '-scale-to', '2400', '-gray', '-singlefile', path, picture]
  const { end } = await runTool('pdftoppm', args, { deadline: limits.deadline, limitBytes: 10_000 })
  if (end !== 'finished') return { text: '', method: 'ocr', trouble: `pdftoppm: ${end}` }
  return ocrImage(`${picture}.pgm`, limits, tools)
}
