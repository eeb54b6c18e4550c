/** A picture of a PDF, unpacked: a bit a point (`kind` 1), or three or four bytes. */
export interface PdfImage {
  readonly width: number
  readonly height: number
  readonly kind?: number
  readonly data?: Uint8Array | Uint8ClampedArray
  readonly inverseDecode?: boolean
}

/** The shade of each point, from 0 for black to 255 for white; undefined where the points are not all there. */
export function shadesOf(
  { width, height, kind, data, inverseDecode }: PdfImage,
  isMask: boolean,
): ((column: number, row: number) => number) | undefined {
  if (!data || !(width > 0) || !(height > 0)) return undefined
  const points = data
  if (isMask || kind === oneBit) {
    const stride = (width + 7) >> 3
    if (points.length < stride * height) return undefined
    // Of a mask, a bit that is not set lets the ink through; of a picture, it is black: the same, unless it was turned.
    const ink = isMask && inverseDecode ? 1 : 0
    return (column, row) =>
      (((points[row * stride + (column >> 3)] ?? 0) >> (7 - (column & 7))) & 1) === ink ? 0 : 255
  }
  const bytes = points.length / (width * height)
  if (bytes === 1) return (column, row) => points[row * width + column] ?? 255
  if (bytes !== 3 && bytes !== 4) return undefined
  return (column, row) => {
    const at = (row * width + column) * bytes
    return ((points[at] ?? 0) * 77 + (points[at + 1] ?? 0) * 151 + (points[at + 2] ?? 0) * 28) >> 8
  }
}

const oneBit = 1
