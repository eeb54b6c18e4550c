import { runTool } from './run-tool.ts'

/** Which programs of the machine there are, and in what language tesseract reads. */
export type ExtractionTools = {
  readonly pdftotext: boolean
  readonly pdftoppm: boolean
  readonly tesseract: boolean
  readonly ocrLanguage: 'por' | 'eng' | undefined
}

/** Looks for the programs by asking each for its version. */
export async function detectTools(): Promise<ExtractionTools> {
  const [pdftotext, pdftoppm, languages] = await Promise.all([exists('pdftotext'), exists('pdftoppm'), ocrLanguages()])
  const ocrLanguage = languages.includes('por') ? 'por' : languages.includes('eng') ? 'eng' : undefined
  return { pdftotext, pdftoppm, tesseract: ocrLanguage !== undefined, ocrLanguage }
}

async function exists(tool: string): Promise<boolean> {
  return (await ask(tool, '-v')).end !== 'absent'
}

async function ocrLanguages(): Promise<string[]> {
  const { output } = await ask('tesseract', '--list-langs')
  return output.toString('utf8').split(/\s+/)
}

function ask(tool: string, question: string) {
  return runTool(tool, [question], { deadline: performance.now() + 10_000, limitBytes: 100_000 })
}
