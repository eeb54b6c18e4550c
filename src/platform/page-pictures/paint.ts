import type { Picture } from './picture.ts'

/** A part of a page, in per cent of its width and height from the top left; `label` is a number drawn on it. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly label?: number
}

/** Blackens parts of a picture, point by point: what was there is gone. The numbers are white, where they have room. */
export function paint(picture: Picture, boxes: readonly Box[]): Picture {
  const points = Buffer.from(picture.points)
  const painted = { ...picture, points }
  for (const box of boxes) fill(painted, spanOf(picture, box), 0)
  for (const box of boxes) if (box.label !== undefined) writeNumber(painted, spanOf(picture, box), box.label)
  return painted
}

interface Span {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Every point that a box touches is its own, however little of it: no edge of a letter looks out. */
function spanOf({ width, height }: Picture, box: Box): Span {
  const within = (value: number, most: number) => Math.min(most, Math.max(0, value))
  return {
    left: within(Math.floor((box.left * width) / 100), width),
    top: within(Math.floor((box.top * height) / 100), height),
    right: within(Math.ceil(((box.left + box.width) * width) / 100), width),
    bottom: within(Math.ceil(((box.top + box.height) * height) / 100), height),
  }
}

function fill({ width, colours, points }: Picture, { left, top, right, bottom }: Span, value: number): void {
  for (let row = top; row < bottom; row++) {
    points.fill(value, (row * width + left) * colours, (row * width + right) * colours)
  }
}

/** Three points by five each, from the top left. */
const digits = [
  ...['111101101101111', '010110010010111', '111001111100111', '111001111001111', '101101111001001'],
  ...['111100111001111', '111100111101111', '111001001001001', '111101111101111', '111101111001111'],
]

function writeNumber(picture: Picture, span: Span, label: number): void {
  const signs = String(label)
  const scale = Math.min(
    Math.floor((span.bottom - span.top) / 7),
    Math.floor((span.right - span.left) / (signs.length * 4 + 1)),
    Math.ceil(picture.dpi / 50),
  )
  if (scale < 1) return
  for (const [place, sign] of [...signs].entries()) {
    const shape = digits[Number(sign)] ?? ''
    for (const [index, bit] of [...shape].entries()) {
      if (bit === '0') continue
      const left = span.left + scale * (1 + place * 4 + (index % 3))
      const top = span.top + scale * (1 + Math.floor(index / 3))
      fill(picture, { left, top, right: left + scale, bottom: top + scale }, 255)
    }
  }
}
