import { readFile } from 'node:fs/promises'
import { getDocumentProxy } from 'unpdf'

/** Gives the text of a PDF page by page, in JavaScript alone: ten times slower than poppler, but always there. */
export async function readPdfPages(
  path: string,
  limitChars: number,
  give: (piece: string) => void,
): Promise<{ truncated: boolean; pages: number }> {
  const pdf = await getDocumentProxy(new Uint8Array(await readFile(path)), { verbosity: 0 })
  let given = 0
  for (let page = 1; page <= pdf.numPages; page++) {
    if (given > limitChars) return { truncated: true, pages: pdf.numPages }
    const { items } = await (await pdf.getPage(page)).getTextContent()
    const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
    give(`${text}\n`)
    given += text.length
  }
  return { truncated: false, pages: pdf.numPages }
}
