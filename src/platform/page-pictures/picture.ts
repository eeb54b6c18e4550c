/** Points of a page as bytes, row by row from the top left: three a point (red, green, blue), or one where all is grey. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly colours: 1 | 3
  readonly points: Buffer
  /** Points of the picture an inch of paper. */
  readonly dpi: number
}

/** Reads the binary `P6` that poppler writes: words of the head, one white sign, then three bytes a point. */
export function readPortablePixmap(file: Buffer, dpi: number): Picture | undefined {
  const head = /^P6\s+(\d{1,5})\s+(\d{1,5})\s+255\s/.exec(file.subarray(0, 40).toString('latin1'))
  if (!head) return undefined
  const [width, height] = [Number(head[1]), Number(head[2])]
  const points = file.subarray(head[0].length)
  if (width === 0 || height === 0 || points.length !== width * height * 3) return undefined
  return asGrey({ width, height, colours: 3, points, dpi })
}

/** Most pages have no colour: a third of the bytes says the same. */
function asGrey(picture: Picture): Picture {
  const { points } = picture
  for (let at = 0; at < points.length; at += 3) {
    if (points[at] !== points[at + 1] || points[at] !== points[at + 2]) return picture
  }
  const grey = Buffer.allocUnsafe(points.length / 3)
  for (let at = 0; at < grey.length; at++) grey[at] = points[at * 3] ?? 0
  return { ...picture, colours: 1, points: grey }
}
