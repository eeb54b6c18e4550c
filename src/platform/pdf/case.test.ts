import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CasePart, openPdfEngine } from './index.ts'
import {
  aBrokenPicture,
  aCaseFile,
  aDocument,
  aPicture,
  bookmarksOf,
  bytesAsText,
  deadlyPdf,
  doc,
  encrypted,
  isInstalled,
  log,
  pagesOf,
  paragraph,
  textOf,
} from './pdf.fixture.ts'

const engine = openPdfEngine({ log, workers: 1 })
const folder = mkdtempSync(join(tmpdir(), 'carimbo-case-test-'))
afterAll(async () => {
  await engine.close()
  rmSync(folder, { recursive: true, force: true })
})

let onePage: Uint8Array
let twoPages: Uint8Array
beforeAll(async () => {
  onePage = await engine.renderDocument(aDocument({ content: doc(paragraph('Só uma página.')) }))
  twoPages = await engine.renderDocument(
    aDocument({ content: doc(paragraph('Primeira.'), { type: 'page_break' }, paragraph('Segunda.')) }),
  )
})

const pdfPart = (title: string, file: Uint8Array, change: Partial<CasePart> = {}): CasePart => ({
  title,
  source: { kind: 'pdf', file },
  ...change,
})
const omittedFrom = async (parts: CasePart[]) => {
  const result = await engine.renderCaseFile(aCaseFile({ parts }), join(folder, 'case.pdf'))
  return result.omitted
}

describe('a case file', () => {
  test('has a cover that says what it is', async () => {
    const [cover] = await pagesOf(
      await engine.renderCase(
        aCaseFile({ summary: 'Pedido', requestedBy: 'Ana', accessLevel: 'Restrito', restricted: true }),
      ),
    )
    for (const words of ['00110.000123/2026-41', 'Regime especial', 'Tecidos Potiguar Ltda.', '03/11/2026', 'Pedido'])
      expect(cover).toContain(words)
    expect(cover).toContain('Cópia gerada em 22/11/2026 às 12:00, a pedido de Ana.')
    expect(cover).toContain('Acesso limitado.')
  })

  test('carries a mark on every page where one is given, and without cover and index only its parts', async () => {
    const mark = 'Sigiloso. Cópia obtida por Ana (GS).'
    const parts = [pdfPart('Requerimento', twoPages)]
    const whole = await pagesOf(await engine.renderCase(aCaseFile({ parts, mark })))
    expect(whole.filter((page) => page.includes(mark))).toHaveLength(4)
    const bare = await pagesOf(await engine.renderCase(aCaseFile({ parts, mark, partsOnly: true })))
    expect(bare.map((page) => page.includes(mark))).toEqual([true, true])
    const plain = await pagesOf(await engine.renderCase(aCaseFile({ parts })))
    expect(plain.filter((page) => page.includes('Cópia obtida'))).toEqual([])
  })

  test('numbers every folio, stamps it with the case file, and the index and the bookmarks lead to it', async () => {
    const parts = [
      pdfPart('Requerimento', twoPages, { documentNumber: '0000001' }),
      pdfPart('Despacho', onePage, { date: '2026-11-05' }),
    ]
    const pdf = await engine.renderCase(aCaseFile({ parts }))
    const pages = await pagesOf(pdf)
    expect(pages).toHaveLength(5)
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`fl. ${index + 1}`)
      expect(page).toContain('00110.000123/2026-41')
    }
    expect(pages[1]).toMatch(/Requerimento \(0000001\).* fl\. 3.*Despacho.*05\/11\/2026.*fl\. 5/)
    expect(pages[2]).toContain('Primeira.')
    expect(pages[3]).toContain('Segunda.')
    expect(pages[4]).toContain('Só uma página.')
    expect(await bookmarksOf(pdf)).toEqual(['00110.000123/2026-41', 'Índice', 'Requerimento (0000001)', 'Despacho'])
  })

  test('is tagged, has title and language, and is the same bytes for the same input', async () => {
    const input = aCaseFile({ parts: [pdfPart('Despacho', onePage)] })
    const [first, second] = [await engine.renderCase(input), await engine.renderCase(input)]
    expect(Buffer.compare(first, second)).toBe(0)
    for (const mark of ['/Marked true', '/Lang (pt-BR)', 'Processo 00110.000123/2026-41'])
      expect(bytesAsText(first)).toContain(mark)
  })

  test('takes parts from the disk and pictures too', async () => {
    const path = join(folder, 'parte.pdf')
    writeFileSync(path, onePage)
    const parts: CasePart[] = [
      { title: 'Do disco', source: { kind: 'pdf', file: { path } } },
      { title: 'Foto', source: { kind: 'image', mediaType: 'image/png', file: aPicture.bytes } },
    ]
    const pages = await pagesOf(await engine.renderCase(aCaseFile({ parts })))
    expect(pages).toHaveLength(4)
    expect(pages[2]).toContain('Só uma página.')
    expect(pages[3]).toContain('Foto')
  })

  test('words in it are never commands', async () => {
    const hostile = '#eval("1+1") $x$ *a* <b> @c'
    const parts = [pdfPart(hostile, onePage), { title: hostile, source: { kind: 'omitted', reason: 'audio' } } as const]
    const pdf = await engine.renderCase(
      aCaseFile({ parts, caseType: hostile, interestedParties: [hostile], summary: hostile }),
    )
    expect((await textOf(pdf)).split(hostile).length - 1).toBeGreaterThanOrEqual(6)
  })
})

describe('what is not shown is told, and costs nothing else', () => {
  const cases: [string, () => CasePart, string][] = [
    ['a recording', () => ({ title: 'X', source: { kind: 'omitted', reason: 'audio' } }), 'É um arquivo de áudio.'],
    [
      'a cancelled document',
      () => ({ title: 'X', source: { kind: 'omitted', reason: 'cancelled' } }),
      'O documento foi cancelado.',
    ],
    [
      'a draft of others',
      () => ({ title: 'X', source: { kind: 'omitted', reason: 'draft-of-another-unit' } }),
      'É minuta de outra unidade.',
    ],
    ['no PDF at all', () => pdfPart('X', new TextEncoder().encode('nada')), 'está danificado'],
    ['half a PDF', () => pdfPart('X', twoPages.slice(0, 900)), 'está danificado'],
    ['a PDF that brings the engine down', () => pdfPart('X', deadlyPdf()), 'está danificado'],
    [
      'a broken picture',
      () => ({ title: 'X', source: { kind: 'image', mediaType: 'image/png', file: aBrokenPicture.bytes } }),
      'está danificado',
    ],
    [
      'a strange picture',
      () => ({ title: 'X', source: { kind: 'image', mediaType: 'image/tiff', file: aPicture.bytes } }),
      'não pode ser impresso',
    ],
    [
      'a lost file',
      () => ({ title: 'X', source: { kind: 'pdf', file: { path: join(folder, 'sumiu.pdf') } } }),
      'não foi encontrado',
    ],
  ]
  test.each(cases)('%s', async (_, part, reason) => {
    const parts = [pdfPart('Antes', onePage), part(), pdfPart('Depois', onePage)]
    const pages = await pagesOf(await engine.renderCase(aCaseFile({ parts })))
    expect(pages).toHaveLength(5)
    expect(pages[1]).toContain('não incluído')
    expect(pages[4]).toContain('Documentos não incluídos')
    expect(pages[4]).toContain(reason)
  })

  test('an encrypted PDF', async (context) => {
    if (!isInstalled('qpdf')) return context.skip()
    expect(await omittedFrom([pdfPart('A', onePage), pdfPart('B', encrypted(onePage))])).toEqual([
      { part: 1, reason: 'encrypted' },
    ])
  })

  test('parts beyond the limit of bytes', async () => {
    const small = openPdfEngine({ log, workers: 1, mostCaseBytes: onePage.length + 10 })
    const parts = [pdfPart('A', onePage), pdfPart('B', onePage)]
    const result = await small.renderCaseFile(aCaseFile({ parts }), join(folder, 'small.pdf'))
    await small.close()
    expect(result).toMatchObject({ folios: 4, omitted: [{ part: 1, reason: 'too-large' }] })
  })

  test('the last sheet is only there when something is missing', async () => {
    const pdf = await engine.renderCase(aCaseFile({ parts: [pdfPart('Despacho', onePage)] }))
    expect(await textOf(pdf)).not.toContain('não incluídos')
  })
})
