import { promisify } from 'node:util'
import { deflate } from 'node:zlib'
import type { Picture } from './picture.ts'

const squeeze = promisify<Buffer, { level: number }, Buffer>(deflate)

/**
 * A PDF of nothing but pictures, one a page, piece by piece: no text, no letters, no notes, no names, nothing of any other
 * file. One picture at a time is in memory. Equal pictures give equal bytes.
 */
export async function* pdfOfPictures(pictures: AsyncIterable<Picture>): AsyncGenerator<Uint8Array> {
  const offsets: number[] = []
  let length = 0
  const take = (piece: Buffer): Buffer => {
    length += piece.length
    return piece
  }
  const object = (number: number, head: string, stream?: Buffer): Buffer => {
    offsets[number] = length
    const begin = Buffer.from(`${number} 0 obj\n${head}`, 'latin1')
    if (!stream) return take(Buffer.concat([begin, Buffer.from('\nendobj\n')]))
    return take(Buffer.concat([begin, Buffer.from('\nstream\n'), stream, Buffer.from('\nendstream\nendobj\n')]))
  }

  // Four bytes beyond ASCII tell every program on the way that this is no text.
  yield take(Buffer.from('%PDF-1.5\n%\xe2\xe3\xcf\xd3\n', 'latin1'))
  const pages: number[] = []
  for await (const picture of pictures) {
    const page = 3 + pages.length * 3
    pages.push(page)
    const [width, height] = [toPoints(picture.width, picture), toPoints(picture.height, picture)]
    const drawing = Buffer.from(`q ${width} 0 0 ${height} 0 0 cm /P Do Q`)
    const resources = `<</XObject<</P ${page + 2} 0 R>>>>`
    yield object(
      page,
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Contents ${page + 1} 0 R/Resources${resources}>>`,
    )
    yield object(page + 1, `<</Length ${drawing.length}>>`, drawing)
    const packed = await squeeze(rowsOf(picture), { level: 6 })
    yield object(page + 2, `${pictureHead(picture)}/Length ${packed.length}>>`, packed)
  }
  yield object(1, '<</Type/Catalog/Pages 2 0 R/Lang(pt-BR)>>')
  yield object(2, `<</Type/Pages/Kids[${pages.map((page) => `${page} 0 R`).join(' ')}]/Count ${pages.length}>>`)
  yield Buffer.from(ending(offsets, length), 'latin1')
}

const toPoints = (side: number, { dpi }: Picture) => ((side * 72) / dpi).toFixed(2)

function pictureHead({ width, height, colours }: Picture): string {
  const parameters = `<</Predictor 15/Colors ${colours}/BitsPerComponent 8/Columns ${width}>>`
  const space = colours === 1 ? '/DeviceGray' : '/DeviceRGB'
  return `<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace${space}/BitsPerComponent 8/Filter/FlateDecode/DecodeParms${parameters}`
}

/** Each row as its difference from the one above (PNG's filter 2): pages are much the same from row to row. */
function rowsOf({ width, height, colours, points }: Picture): Buffer {
  const stride = width * colours
  const rows = Buffer.allocUnsafe((stride + 1) * height)
  for (let row = 0; row < height; row++) {
    const [from, to] = [row * stride, row * (stride + 1)]
    rows[to] = 2
    for (let at = 0; at < stride; at++) {
      const above = row === 0 ? 0 : (points[from - stride + at] ?? 0)
      rows[to + 1 + at] = ((points[from + at] ?? 0) - above) & 255
    }
  }
  return rows
}

/** Where each object begins, counted in bytes: ten figures, always twenty bytes a line. */
function ending(offsets: readonly number[], length: number): string {
  const lines = offsets.slice(1).map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
  const size = offsets.length
  return `xref\n0 ${size}\n0000000000 65535 f \n${lines.join('')}trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${length}\n%%EOF\n`
}
