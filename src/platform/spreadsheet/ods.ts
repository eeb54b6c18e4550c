import { strToU8, zipSync } from 'fflate'
import { type Cell, escapeXml, type Sheet } from './sheet.ts'

const xml = '<?xml version="1.0" encoding="UTF-8"?>'
const namespace = (name: string) => `urn:oasis:names:tc:opendocument:xmlns:${name}:1.0`
const mediaType = 'application/vnd.oasis.opendocument.spreadsheet'

/** An OpenDocument spreadsheet with one table. Every text is typed as such, so that none is ever a formula. */
export function odsOf(sheet: Sheet): Uint8Array {
  return zipSync({
    // First and not compressed: programs know the format by it.
    mimetype: [strToU8(mediaType), { level: 0 }],
    'META-INF/manifest.xml': strToU8(
      `${xml}<manifest:manifest xmlns:manifest="${namespace('manifest')}" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="${mediaType}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
    ),
    'content.xml': strToU8(
      `${xml}<office:document-content xmlns:office="${namespace('office')}" xmlns:table="${namespace('table')}" xmlns:text="${namespace('text')}" office:version="1.3"><office:body><office:spreadsheet><table:table table:name="${escapeXml(sheet.title)}">${[sheet.columns, ...sheet.rows].map(rowOf).join('')}</table:table></office:spreadsheet></office:body></office:document-content>`,
    ),
  })
}

function rowOf(row: readonly Cell[]): string {
  return `<table:table-row>${row.map(cellOf).join('')}</table:table-row>`
}

function cellOf(value: Cell): string {
  if (value === undefined) return '<table:table-cell/>'
  const text = `<text:p>${escapeXml(String(value))}</text:p>`
  return typeof value === 'number' && Number.isFinite(value)
    ? `<table:table-cell office:value-type="float" office:value="${value}">${text}</table:table-cell>`
    : `<table:table-cell office:value-type="string">${text}</table:table-cell>`
}
