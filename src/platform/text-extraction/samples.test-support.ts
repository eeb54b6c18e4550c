import { strToU8, zipSync } from 'fflate'

/** A PDF of our own making with a line of text on each page; no text makes an empty page. */
export function pdfWith(pages: readonly string[]): Buffer {
  const font = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>'
  const contents = pages.map((text) => `BT /F1 36 Tf 40 100 Td (${text}) Tj ET`)
  return pdfOf(
    contents,
    (content) => `/MediaBox[0 0 900 200]/Contents ${content} 0 R/Resources<</Font<</F1 ${font}>>>>`,
  )
}

/** A PDF with one page that is only a picture, as scanners make them. `gray`: a byte for each point. */
export function pdfWithPicture(gray: Uint8Array, width: number, height: number): Buffer {
  const head = `/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/ASCIIHexDecode`
  const picture = Buffer.from(gray).toString('hex')
  const image = `<</Type/XObject${head}/Length ${picture.length}>>stream\n${picture}\nendstream`
  const page = (content: number) => `/MediaBox[0 0 900 200]/Contents ${content} 0 R/Resources<</XObject<</I 5 0 R>>>>`
  return pdfOf(['q 900 0 0 200 0 0 cm /I Do Q'], page, [image])
}

function pdfOf(contents: readonly string[], page: (content: number) => string, others: readonly string[] = []): Buffer {
  const kids = contents.map((_, index) => `${3 + 2 * index} 0 R`)
  const objects = ['<</Type/Catalog/Pages 2 0 R>>', `<</Type/Pages/Kids[${kids.join(' ')}]/Count ${kids.length}>>`]
  for (const [index, content] of contents.entries()) {
    objects.push(`<</Type/Page/Parent 2 0 R${page(4 + 2 * index)}>>`)
    objects.push(`<</Length ${content.length}>>stream\n${content}\nendstream`)
  }
  objects.push(...others)
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`
  return Buffer.from(
    `${body}${table}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF`,
    'latin1',
  )
}

/** An office document with the given parts. */
export function officeWith(parts: Record<string, string>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])))
}

/** A part that looks like text and swells a thousandfold. */
export function swelling(megabytes: number): string {
  return `<w:document><w:p><w:t>${'a'.repeat(megabytes * 1024 * 1024)}</w:t></w:p></w:document>`
}
