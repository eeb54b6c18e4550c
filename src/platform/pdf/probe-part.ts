import { readFileSync } from 'node:fs'
import { isReasonablePicture } from './image-types.ts'
import type { Job, PageSize, Probe } from './jobs.ts'
import { type Typst, TypstProblem } from './typst.ts'

/**
 * Draws a part alone, once, to learn the sizes of its pages and whether it can be drawn at all. A part that brings the
 * engine down does it here, where only this part is lost.
 */
export function probePart(typst: Typst, { address, media, path }: Extract<Job, { kind: 'probe' }>): Probe {
  if (media === 'image' && !isReasonablePicture(readFileSync(path))) return { refused: 'damaged' }
  const count = media === 'image' ? 1 : countPages(typst, address)
  if (typeof count !== 'number') return { refused: count }
  try {
    const source = probeSource(address, media === 'image' ? undefined : count)
    const { told } = typst.pdf({ main: { source }, files: {}, createdAt: '2000-01-01T00:00:00Z', standard: '1.7' })
    const pages = told.filter(isPageSize)
    return pages.length === count ? { pages } : { refused: 'damaged' }
  } catch (error) {
    if (error instanceof TypstProblem) return { refused: 'damaged' }
    throw error
  }
}

/** Asked for a page that cannot be there, the engine tells how many there are, and what is wrong with the file. */
function countPages(typst: Typst, address: string): number | 'damaged' | 'encrypted' {
  const complaint = typst.complaint({ main: { source: `#image("${address}", page: 999999999)` }, files: {} }) ?? ''
  const [, count] = /document only has (\d+) page/.exec(complaint) ?? []
  if (count !== undefined && Number(count) > 0) return Number(count)
  return /encrypted|password/i.test(complaint) ? 'encrypted' : 'damaged'
}

function probeSource(address: string, pages: number | undefined): string {
  const numbers = pages === undefined ? '(none,)' : `range(1, ${pages + 1})`
  return `#set page(width: auto, height: auto, margin: 0pt)
#for n in ${numbers} {
  page(context {
    let drawn = if n == none { image("${address}") } else { image("${address}", page: n) }
    let size = measure(drawn)
    [#metadata((width: size.width.pt(), height: size.height.pt())) <told>]
    drawn
  })
}`
}

function isPageSize(value: unknown): value is PageSize {
  return typeof value === 'object' && value !== null && 'width' in value && 'height' in value
}
