import { strToU8, zipSync } from 'fflate'
import { type Cell, escapeXml, type Sheet } from './sheet.ts'

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const office = 'http://schemas.openxmlformats.org'
const relations = `${office}/package/2006/relationships`
const documentRelations = `${office}/officeDocument/2006/relationships`

/** A workbook of Office Open XML with one sheet. Every text is an inline string, so that none is ever a formula. */
export function xlsxOf(sheet: Sheet): Uint8Array {
  const part = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  return zipSync({
    '[Content_Types].xml': strToU8(
      `${xml}<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${part}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${part}.worksheet+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `${xml}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${documentRelations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `${xml}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${documentRelations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      `${xml}<workbook xmlns="${office}/spreadsheetml/2006/main" xmlns:r="${documentRelations}"><sheets><sheet name="${escapeXml(sheetName(sheet.title))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(
      `${xml}<worksheet xmlns="${office}/spreadsheetml/2006/main"><sheetData>${[sheet.columns, ...sheet.rows].map(rowOf).join('')}</sheetData></worksheet>`,
    ),
  })
}

function rowOf(row: readonly Cell[], index: number): string {
  const cells = row.map((value, column) => {
    const place = `${columnName(column)}${index + 1}`
    if (value === undefined) return ''
    if (typeof value === 'number' && Number.isFinite(value)) return `<c r="${place}"><v>${value}</v></c>`
    return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(String(value))}</t></is></c>`
  })
  return `<row r="${index + 1}">${cells.join('')}</row>`
}

function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : `${columnName(Math.floor(index / 26) - 1)}${letter}`
}

/** Names of sheets are short and bear no such sign. */
function sheetName(title: string): string {
  return title.replace(/[[\]:*?/\\']/g, ' ').slice(0, 31) || 'Planilha'
}
