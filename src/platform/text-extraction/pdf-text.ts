import type { Reading, ReadingLimits } from './reading.ts'
import { runTool } from './run-tool.ts'

/** Text of a PDF by poppler's `pdftotext`, which ends each page with a form feed. */
export async function readPdf(path: string, { limitChars, deadline }: ReadingLimits): Promise<Reading> {
  const args = ['-q', '-enc', 'UTF-8', path, '-']
  const { output, end } = await runTool('pdftotext', args, { deadline, limitBytes: limitChars * 4 })
  const text = output.toString('utf8')
  const reading = { text, method: 'pdftotext' } as const
  if (end === 'finished') return { ...reading, pages: text.split('\f').length - 1 }
  if (end === 'too-much') return { ...reading, truncated: true }
  return { ...reading, truncated: end === 'too-long', trouble: `pdftotext: ${end}` }
}
