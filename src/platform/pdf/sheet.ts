import type { PageSize, Sheet } from './jobs.ts'

const MM = 72 / 25.4
const A4: PageSize = { width: 210 * MM, height: 297 * MM }
/** The strip at the top of the sheet, where the folio stands; and the room left on the other three sides. */
export const STRIP = 14 * MM
const MARGIN = 4 * MM
/** PDF readers give up beyond 200 inches. */
const LONGEST = 14_000

/**
 * The sheet of a page: its own size, at least A4 and turned as it is, with the page below the strip so that no stamp
 * ever lies on what is written. Nothing is enlarged. A picture is always brought to A4: its pixels say nothing of paper.
 */
export function sheetOf(page: PageSize, media: 'pdf' | 'image'): Sheet {
  const least = page.width > page.height ? { width: A4.height, height: A4.width } : A4
  const sheet =
    media === 'image' ? least : { width: larger(page.width, least.width), height: larger(page.height, least.height) }
  const room = { width: sheet.width - 2 * MARGIN, height: sheet.height - STRIP - MARGIN }
  const scale = Math.min(1, room.width / page.width, room.height / page.height)
  return { sheet, drawn: { width: page.width * scale, height: page.height * scale } }
}

/** American letter and the like differ from A4 by a little: they go on A4 too. */
const larger = (own: number, least: number): number => (own <= least * 1.05 ? least : Math.min(own, LONGEST))
