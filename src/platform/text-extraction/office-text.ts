import { closeSync, openSync } from 'node:fs'
import { officeXmlText, openDocumentText } from './office-xml.ts'
import { sharedStrings, sheetText } from './sheet-text.ts'
import { type ZipEntry, zipEntries, zipReader } from './zip-reader.ts'

export type OfficeFamily = 'docx' | 'xlsx' | 'pptx' | 'odt' | 'ods' | 'odp'

/** Text of an office document, which is a ZIP of XML files. Stops at the limit; throws when it is no such document. */
export function readOffice(
  path: string,
  family: OfficeFamily,
  limitChars: number,
): { text: string; truncated: boolean } {
  const file = openSync(path, 'r')
  try {
    const { readText, wasCut } = zipReader(file)
    const parts = partsOf(zipEntries(file), family)
    const strings = family === 'xlsx' ? sharedStrings(readPart(parts, 'xl/sharedStrings.xml', readText)) : []
    let text = ''
    for (const part of parts) {
      if (text.length > limitChars) break
      if (part.name === 'xl/sharedStrings.xml') continue
      text += `${textOfPart(readText(part), family, strings, limitChars - text.length)}\n`
    }
    return { text, truncated: wasCut() || text.length > limitChars }
  } finally {
    closeSync(file)
  }
}

function textOfPart(xml: string, family: OfficeFamily, strings: readonly string[], limitChars: number): string {
  if (family === 'xlsx') return sheetText(xml, strings, limitChars)
  return family === 'docx' || family === 'pptx' ? officeXmlText(xml, limitChars) : openDocumentText(xml, limitChars)
}

/** Which entries hold text. The main one is first by its name, then headers, notes, and slides and sheets by number. */
const partNames: Record<OfficeFamily, RegExp> = {
  docx: /^word\/(?:document|comments|endnotes|footer|footnotes|header)\d*\.xml$/i,
  pptx: /^ppt\/(?:slides\/slide|notesSlides\/notesSlide)\d+\.xml$/i,
  xlsx: /^xl\/(?:sharedStrings|worksheets\/[^/]+)\.xml$/i,
  odt: /^content\.xml$/,
  ods: /^content\.xml$/,
  odp: /^content\.xml$/,
}

function partsOf(entries: readonly ZipEntry[], family: OfficeFamily): ZipEntry[] {
  const parts = entries.filter((entry) => partNames[family].test(entry.name)).slice(0, 2000)
  const rank = (name: string) => (/^(?:word\/document|ppt\/slides)/i.test(name) ? 0 : 1)
  return parts.sort((a, b) => rank(a.name) - rank(b.name) || byNumber.compare(a.name, b.name))
}

const byNumber = new Intl.Collator('en', { numeric: true })

function readPart(parts: readonly ZipEntry[], name: string, readText: (entry: ZipEntry) => string): string {
  const part = parts.find((one) => one.name === name)
  return part ? readText(part) : ''
}
