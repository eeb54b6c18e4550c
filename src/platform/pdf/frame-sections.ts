import type { Block, SectionBlocks } from './rich-text.ts'

export interface Framed {
  /** The letterhead that the text brings; none means that the names of the body and of the unit are drawn. */
  readonly header: readonly Block[] | null
  readonly blocks: readonly Block[]
  readonly foot: readonly Block[]
}

/**
 * Puts the sections where a page has them, and makes exactly one title: the first paragraph of the section of titles
 * or, where there is none, the first in the style of titles; else the title of the document goes before the text.
 */
export function frameSections(sections: readonly SectionBlocks[], title: string): Framed {
  const of = (...kinds: string[]) => sections.filter(({ kind }) => kinds.includes(kind)).flatMap(({ blocks }) => blocks)
  const header = of('header')
  return {
    header: header.some(hasText) ? header : null,
    blocks: withTitle(
      of('title'),
      sections.filter(({ kind }) => !OUTER.has(kind)).flatMap(({ blocks }) => blocks),
      title,
    ),
    foot: of('footer').filter(hasText),
  }
}

const OUTER = new Set(['header', 'title', 'footer'])

function withTitle(titles: readonly Block[], body: readonly Block[], title: string): Block[] {
  const all = [...titles, ...body]
  const own = titles.findIndex(isLine)
  const found = own >= 0 ? own : all.findIndex((block) => isLine(block) && styleOf(block) === 'documentTitle')
  const block = all[found]
  if (block && isLine(block)) return all.toSpliced(found, 1, { kind: 'title', runs: block.runs })
  return [{ kind: 'title', runs: [{ kind: 'text', text: title, marks: [], href: null }] }, ...all]
}

type Line = Extract<Block, { kind: 'paragraph' | 'heading' }>
const isLine = (block: Block): block is Line =>
  (block.kind === 'paragraph' || block.kind === 'heading') && block.runs.length > 0
const styleOf = (block: Line): string => (block.kind === 'paragraph' ? block.style : '')
const hasText = (block: Block): boolean => block.kind !== 'paragraph' || block.runs.length > 0
