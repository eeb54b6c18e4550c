/** Six numbers that take a point to another place: (a·x + c·y + e, b·x + d·y + f), as in PDF. */
export type Matrix = readonly [number, number, number, number, number, number]

/** A picture that lies on a page: `greyAt` gives the shade of one of its points, `place` takes the unit square there. */
export interface PlacedPicture {
  readonly width: number
  readonly height: number
  readonly greyAt: (column: number, row: number) => number
  readonly place: Matrix
}

export interface Raster {
  readonly width: number
  readonly height: number
  readonly points: Uint8Array
}

/** First `inner`, then `outer`. */
export function after(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer
  const [g, h, i, j, k, l] = inner
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

/**
 * Lays pictures on a white sheet, in grey: scanners cut pages into strips, turn them and put them upside down, and the
 * page of a PDF says how all of it comes together.
 */
export function layOut(width: number, height: number, pictures: readonly PlacedPicture[]): Raster {
  const points = new Uint8Array(width * height).fill(255)
  for (const picture of pictures) lay(picture, { width, height, points })
  return { width, height, points }
}

function lay({ width, height, greyAt, place }: PlacedPicture, sheet: Raster): void {
  const [a, b, c, d, e, f] = place
  const turn = a * d - b * c
  if (!Number.isFinite(turn) || Math.abs(turn) < 1e-9) return
  const bounds = (start: number, one: number, other: number, most: number) => {
    const ends = [start, start + one, start + other, start + one + other]
    return [Math.max(0, Math.floor(Math.min(...ends))), Math.min(most, Math.ceil(Math.max(...ends)))] as const
  }
  const [left, right] = bounds(e, a, c, sheet.width)
  const [top, bottom] = bounds(f, b, d, sheet.height)
  // Where several points of the picture fall on one of the sheet, each has its part in the shade: letters stay whole.
  const across = stepsOf(width / Math.hypot(a, b))
  const down = stepsOf(height / Math.hypot(c, d))
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const [dx, dy] = [x + 0.5 - e, y + 0.5 - f]
      const u = ((d * dx - c * dy) / turn) * width
      const v = (1 - (a * dy - b * dx) / turn) * height
      if (u < 0 || v < 0 || u >= width || v >= height) continue
      let sum = 0
      for (let row = 0; row < down; row++) {
        for (let column = 0; column < across; column++) {
          sum += greyAt(within(u + column - (across - 1) / 2, width), within(v + row - (down - 1) / 2, height))
        }
      }
      sheet.points[y * sheet.width + x] = sum / (across * down)
    }
  }
}

const stepsOf = (ratio: number): number => Math.min(4, Math.max(1, Math.round(ratio)))
const within = (value: number, size: number): number => Math.min(size - 1, Math.max(0, Math.floor(value)))
