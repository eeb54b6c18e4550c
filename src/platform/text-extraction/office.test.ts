import { describe, expect, test } from 'vitest'
import { kindOfExtension } from '../file-kinds/index.ts'
import { openTextExtractor } from './index.ts'
import { officeWith, swelling } from './samples.test-support.ts'

const warnings: unknown[] = []
const extractor = openTextExtractor({ log: { warn: (...entry: unknown[]) => void warnings.push(entry) } })
const read = (bytes: Uint8Array, extension: string, limitChars = 100_000) =>
  extractor.extract(bytes, kindOfExtension(extension) ?? expect.fail(), { limitChars, timeoutMs: 20_000 })
const textOf = async (parts: Record<string, string>, extension: string) =>
  (await read(officeWith(parts), extension)).text
const paragraphs = (...all: string[]) => all.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('')

describe('the words of an office document', () => {
  test('of a DOCX: paragraphs, tabs, tables, notes and headers, without what was struck out or said twice', async () => {
    const body = [
      paragraphs('Ação &amp; decisão', '&#193;gua &lt;limpa&gt;'),
      '<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>',
      '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>um</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
      '<w:p><w:del><w:r><w:delText>apagado</w:delText></w:r></w:del><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>',
      '<mc:AlternateContent><mc:Choice><w:t>caixa</w:t></mc:Choice><mc:Fallback><w:t>repetida</w:t></mc:Fallback></mc:AlternateContent>',
      '<w:p><w:r><w:t a="x > y"><![CDATA[<fim>]]></w:t><!-- nota --><w:t/></w:r></w:p>',
    ]
    const text = await textOf(
      {
        'word/footnotes.xml': paragraphs('Nota de rodapé'),
        'word/header1.xml': paragraphs('Prefeitura'),
        'word/document.xml': `<?xml version="1.0"?><w:document>${body.join('')}</w:document>`,
        'word/styles.xml': paragraphs('estilo'),
      },
      'docx',
    )
    expect(text).toBe('Ação & decisão\nÁgua <limpa>\na b\nc\num\n\ncaixa<fim>\n\nNota de rodapé\n\nPrefeitura')
  })

  test('of a PPTX: slide after slide, by number', async () => {
    const slide = (text: string) => `<p:sld><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:sld>`
    const parts = {
      'ppt/slides/slide10.xml': slide('dez'),
      'ppt/slides/slide2.xml': slide('dois'),
      'ppt/notesSlides/notesSlide1.xml': slide('nota'),
    }
    expect(await textOf(parts, 'pptx')).toBe('dois\n\ndez\n\nnota')
  })

  test('of an XLSX: a line for each row, texts by reference, in place and by formula, and numbers', async () => {
    const parts = {
      'xl/sharedStrings.xml':
        '<sst><si><t>Água</t></si><si><r><t>Luz </t></r><r><t>e força</t></r><rPh><t>x</t></rPh></si></sst>',
      'xl/worksheets/sheet1.xml':
        '<sheetData><row><c t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c><c><v>1.5</v></c></row>' +
        '<row><c t="inlineStr"><is><t>Gás</t></is></c><c/><c t="str"><f>A1&amp;B1</f><v>junto</v></c><c t="s"><v>99</v></c></row></sheetData>',
    }
    expect(await textOf(parts, 'xlsx')).toBe('Luz e força Água 1.5\nGás junto')
  })

  test('of an ODT and an ODS: paragraphs, blanks, cells, without what was struck out', async () => {
    const odt =
      '<office:text><text:tracked-changes><text:p>apagado</text:p></text:tracked-changes><text:h>Título</text:h>' +
      '<text:p>a<text:s text:c="3"/>b<text:tab/>c<text:line-break/><text:span>d</text:span></text:p>fora</office:text>'
    expect(await textOf({ mimetype: 'x', 'content.xml': odt }, 'odt')).toBe('Título\na b c\nd')
    const cell = (text: string) => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`
    const ods = `<table:table-row>${cell('1')}${cell('dois')}</table:table-row>`
    expect(await textOf({ 'content.xml': ods }, 'ods')).toBe('1\ndois')
  })

  test('of XML in UTF-16', async () => {
    const { strToU8, zipSync } = await import('fflate')
    const bytes = zipSync({
      'word/document.xml': Buffer.from(`\uFEFF${paragraphs('Ação')}`, 'utf16le'),
      a: strToU8(''),
    })
    expect((await read(bytes, 'docx')).text).toBe('Ação')
  })

  test('is cut at the limit, and says so', async () => {
    const long = officeWith({ 'word/document.xml': paragraphs(...Array.from({ length: 5000 }, () => 'palavra')) })
    const { text, truncated, method } = await read(long, 'docx', 1000)
    expect({ length: text.length, truncated, method }).toEqual({ length: 1000, truncated: true, method: 'office' })
    expect(await read(officeWith({ 'word/document.xml': paragraphs('oi') }), 'docx', 1000)).toMatchObject({
      truncated: false,
    })
  })
})

describe('a hostile office document does no harm', () => {
  test('one that swells three hundredfold gives nothing, quickly', async () => {
    const bomb = officeWith({ 'word/document.xml': swelling(60) })
    expect(bomb.length).toBeLessThan(100_000)
    const start = performance.now()
    expect(await read(bomb, 'docx')).toEqual({ text: '', method: 'none', truncated: true, isScan: false })
    expect(performance.now() - start).toBeLessThan(3000)
  })

  test('a bomb beside honest parts leaves them readable', async () => {
    const parts = { 'word/document.xml': paragraphs('Honesto'), 'word/header1.xml': swelling(20) }
    expect(await read(officeWith(parts), 'docx')).toMatchObject({ text: 'Honesto', truncated: true })
  })

  test('entities that multiply are not even read', async () => {
    const lol = '<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    const { text } = await read(officeWith({ 'word/document.xml': `${lol}${paragraphs('&b;&b;&b;')}` }), 'docx')
    expect(text).toBe('')
    expect(await textOf({ 'word/document.xml': paragraphs('&b; &copy; &#x110000; &#0;fim') }, 'docx')).toBe(
      '&b; &copy; &#x110000; fim',
    )
  })

  test.each<[string, string]>([
    ['cut short in a tag', `${paragraphs('Começo')}<w:p><w:t a="`],
    ['cut short in the text', `${paragraphs('Começo')}<w:p>`],
    ['closing what was never open', `</w:t></w:t></w:p>${paragraphs('Começo')}`],
    ['with an endless comment', `${paragraphs('Começo')}<!-- ${'-'.repeat(1000)}`],
    ['a hundred thousand deep', `${paragraphs('Começo')}${'<w:p>'.repeat(100_000)}`],
  ])('XML %s gives what was said before', async (_how, xml) => {
    expect(await textOf({ 'word/document.xml': xml }, 'docx')).toBe('Começo')
  })

  test('a directory that lies about sizes or places gives nothing', async () => {
    const honest = Buffer.from(officeWith({ 'word/document.xml': paragraphs('x'.repeat(500)) }))
    const directory = honest.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
    for (const [at, value] of [
      [20, 0xffffffff],
      [24, 0xffffffff],
      [42, 0xfffffff0],
    ] as const) {
      const lying = Buffer.from(honest)
      lying.writeUInt32LE(value, directory + at)
      expect((await read(lying, 'docx')).text.length).toBeLessThanOrEqual(500)
    }
  })
})
