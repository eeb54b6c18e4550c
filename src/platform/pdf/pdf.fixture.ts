import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractText, getDocumentProxy } from 'unpdf'
import { openLog } from '../log/index.ts'
import type { CasePdfInput, DocumentPdfInput } from './index.ts'
import { openTypst } from './typst.ts'

/** What the tests of this folder share: a document, a case file, and eyes to read a PDF. */
export const log = openLog('silent')

export const text = (value: string, ...marks: object[]) => ({ type: 'text', text: value, marks })
export const paragraph = (...content: (string | object)[]) => styled('justified', ...content)
export const styled = (style: string, ...content: (string | object)[]) => ({
  type: 'paragraph',
  attrs: { style },
  content: content.map((piece) => (typeof piece === 'string' ? text(piece) : piece)),
})
export const section = (kind: string, ...content: object[]) => ({
  type: 'section',
  attrs: { key: kind, kind, locked: false },
  content,
})
export const doc = (...content: object[]) => ({ type: 'doc', content: [section('body', ...content)] })

export function aDocument(change: Partial<DocumentPdfInput> = {}): DocumentPdfInput {
  return {
    title: 'Despacho nº 12/2026',
    caseNumber: '00110.000123/2026-41',
    documentNumber: '0012345',
    agency: { name: 'Secretaria da Tributação', acronym: 'SET' },
    unit: 'Gabinete',
    content: doc(paragraph('Encaminhem-se os autos.')),
    images: {},
    signatures: [],
    createdAt: '2026-11-22T13:42:00Z',
    ...change,
  }
}

export function aSignature(change: Partial<DocumentPdfInput['signatures'][number]> = {}) {
  return {
    name: 'Ana de Medeiros',
    capacity: 'Secretária',
    unit: 'GAB',
    signedAt: '2026-11-22T01:05:00Z',
    method: 'password' as const,
    broken: false,
    ...change,
  }
}

export function aCaseFile(change: Partial<CasePdfInput> = {}): CasePdfInput {
  return {
    agency: { name: 'Secretaria da Tributação', acronym: 'SET' },
    unit: 'Gabinete',
    caseNumber: '00110.000123/2026-41',
    caseType: 'Regime especial',
    interestedParties: ['Tecidos Potiguar Ltda.'],
    accessLevel: 'Público',
    restricted: false,
    openedOn: '2026-11-03',
    createdAt: '2026-11-22T15:00:00Z',
    parts: [],
    ...change,
  }
}

/** A red square of 2 × 2, and a file that only says that it is a picture. */
export const aPicture = {
  mediaType: 'image/png',
  bytes: new Uint8Array(
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg==',
      'base64',
    ),
  ),
}
/** The same square, said to be of 60,000 × 60,000; the engine would believe it. */
export const aHugePicture = { mediaType: 'image/png', bytes: aPicture.bytes.with(18, 0xea).with(22, 0xea) }
export const aBrokenPicture = { mediaType: 'image/png', bytes: new TextEncoder().encode('not a picture') }

/** The text of each page on one line; words that were divided at the end of a line are joined. */
export async function pagesOf(pdf: Uint8Array): Promise<string[]> {
  return (await rawPages(pdf)).map((page) =>
    page
      .replace(/[\u00ad-]\s*\n\s*(?=\p{Ll})/gu, '')
      .replace(/\s+/g, ' ')
      .trim(),
  )
}

export const textOf = async (pdf: Uint8Array): Promise<string> => (await pagesOf(pdf)).join(' ')

async function rawPages(pdf: Uint8Array): Promise<string[]> {
  if (!isInstalled('pdftotext')) return (await extractText(await getDocumentProxy(pdf.slice()))).text
  const read = execFileSync('pdftotext', ['-layout', '-', '-'], {
    input: pdf,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  return read.split('\f').slice(0, -1)
}

export async function bookmarksOf(pdf: Uint8Array): Promise<string[]> {
  const outline = await (await getDocumentProxy(pdf.slice())).getOutline()
  return (outline ?? []).map(({ title }) => title)
}

export const bytesAsText = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1')

export const isInstalled = (program: string): boolean => spawnSync(program, ['--version']).error === undefined

/** Asks for a password before it shows anything. Needs qpdf. */
export function encrypted(pdf: Uint8Array): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'carimbo-encrypted-'))
  try {
    const [from, to] = [join(folder, 'from.pdf'), join(folder, 'to.pdf')]
    writeFileSync(from, pdf)
    execFileSync('qpdf', ['--encrypt', 'segredo', 'dono', '256', '--', from, to])
    return new Uint8Array(readFileSync(to))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A page with a stray byte in place of a bracket: enough to bring the engine down with the process it runs in. */
export function deadlyPdf(): Uint8Array {
  const workspace = mkdtempSync(join(tmpdir(), 'carimbo-deadly-'))
  const page = { main: { source: 'Olá' }, files: {}, createdAt: '2026-11-22T15:00:00Z', standard: '1.7' as const }
  const raw = bytesAsText(openTypst(workspace).pdf(page).bytes)
  rmSync(workspace, { recursive: true, force: true })
  return new Uint8Array(Buffer.from(raw.replace(/(?<=\/ICCBased \d+ 0 R)\]/, '\x8b'), 'latin1'))
}
