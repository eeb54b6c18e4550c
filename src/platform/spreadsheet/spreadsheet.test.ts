import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { DOMParser } from 'linkedom'
import { describe, expect, it, test } from 'vitest'
import { type Cell, type Sheet, sheetFormats, writeSheet } from './index.ts'

const dangerous = ['=1+1', '+55 84', '-2', '@soma', '\t=1', '  =HYPERLINK("http://x")', '＝1']

const sheetOf = (rows: readonly (readonly Cell[])[]): Sheet => ({ title: 'Tipos', columns: ['Tipo', 'Quantos'], rows })

describe('a table taken away', () => {
  test.each(['ods', 'xlsx'] as const)('as %s comes back cell by cell, as what it was', (format) => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyText, fc.integer()), { maxLength: 6 }), (rows) => {
        const sheet = sheetOf(rows)
        expect(readBack(format, sheet)).toEqual([sheet.columns, ...sheet.rows])
      }),
      { numRuns: 50 },
    )
  })

  test.each(dangerous)('no format lets %j be a formula', (text) => {
    const sheet = sheetOf([[text, 1]])
    const csv = String(writeSheet(sheet, 'csv', 'x').body).split('\r\n')[1]
    expect(csv).toMatch(/^"?'/)
    const { 'content.xml': ods } = unzipped('ods', sheet)
    expect(ods).not.toContain('table:formula')
    expect(ods).toContain('office:value-type="string"><text:p>')
    const { 'xl/worksheets/sheet1.xml': xlsx } = unzipped('xlsx', sheet)
    expect(xlsx).not.toMatch(/<f[ >]/)
    expect(xlsx).toContain('<c r="A2" t="inlineStr">')
  })

  it('numbers stay numbers, with a decimal comma in CSV, and a negative one is no formula', () => {
    expect(writeSheet(sheetOf([['a', -1.5]]), 'csv', 'x').body).toBe('\ufeffTipo;Quantos\r\na;-1,5\r\n')
    expect(unzipped('xlsx', sheetOf([['a', 1.5]]))['xl/worksheets/sheet1.xml']).toContain('<c r="B2"><v>1.5</v></c>')
    expect(unzipped('ods', sheetOf([['a', 1.5]]))['content.xml']).toContain('office:value="1.5"')
  })

  it('the file of OpenDocument begins with its kind, not compressed', () => {
    const { body } = writeSheet(sheetOf([]), 'ods', 'x')
    expect(strFromU8((body as Uint8Array).slice(30, 38))).toBe('mimetype')
    expect(strFromU8((body as Uint8Array).slice(38, 84))).toBe('application/vnd.oasis.opendocument.spreadsheet')
  })

  test.each(sheetFormats)('the name of the file of %s cannot end the header', (format) => {
    const { headers } = writeSheet(sheetOf([]), format, 'a"\r\nb/../é')
    expect(headers['content-disposition']).toBe(`attachment; filename="a---b-----.${format}"`)
  })
})

// Line breaks and tabs are folded by XML itself; control signs are taken out.
const anyText = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .map((text) => text.replace(/[\p{Cc}\uFFFE\uFFFF]/gu, ' '))

function unzipped(format: 'ods' | 'xlsx', sheet: Sheet): Record<string, string> {
  const files = unzipSync(writeSheet(sheet, format, 'x').body as Uint8Array)
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]))
}

function readBack(format: 'ods' | 'xlsx', sheet: Sheet): (string | number)[][] {
  const files = unzipped(format, sheet)
  const content = format === 'ods' ? files['content.xml'] : files['xl/worksheets/sheet1.xml']
  const document = new DOMParser().parseFromString(content ?? '', 'text/xml')
  const [rows, cells] = format === 'ods' ? ['table:table-row', 'table:table-cell'] : ['row', 'c']
  return [...document.getElementsByTagName(rows)].map((row) =>
    [...row.getElementsByTagName(cells)].map((cell) => {
      const isText = cell.getAttribute('t') === 'inlineStr' || cell.getAttribute('office:value-type') === 'string'
      return isText ? (cell.textContent ?? '') : Number(cell.textContent)
    }),
  )
}
