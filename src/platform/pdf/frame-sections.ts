import type { Block, SectionBlocks } from './rich-text.ts'

export interface Framed {
  /** The letterhead that the text brings; none means that the names of the body and of the unit are drawn. */
  readonly header: readonly Block[] | null
  readonly blocks: readonly Block[]
  readonly foot: readonly Block[]
}

/**
 * Puts the sections where a page has them, in the order of the text, which is that of the screen, and makes exactly one
 * title: the first paragraph of the section of titles or, where there is none, the first in the style of titles; else
 * the title of the document goes before the text, as its name does on the screen.
 */
export function frameSections(sections: readonly SectionBlocks[], title: string): Framed {
  const of = (...kinds: string[]) => sections.filter(({ kind }) => kinds.includes(kind)).flatMap(({ blocks }) => blocks)
  const header = of('header')
  return {
    header: header.some(hasText) ? header : null,
    blocks: withTitle(
      sections.filter(({ kind }) => !OUTER.has(kind)),
      title,
    ),
    foot: of('footer').filter(hasText),
  }
}

const OUTER = new Set(['header', 'footer'])

function withTitle(sections: readonly SectionBlocks[], title: string): Block[] {
  const all = sections.flatMap(({ blocks }) => blocks)
  const own = sections.filter(({ kind }) => kind === 'title').flatMap(({ blocks }) => blocks.filter(isLine))[0]
  const block = own ?? all.filter(isLine).find((line) => styleOf(line) === 'documentTitle')
  if (!block) {
    const runs = [{ kind: 'text', text: title, marks: [], href: null }] as const
    return [{ kind: 'title', runs, style: 'documentTitle' }, ...all]
  }
  return all.map((one) => (one === block ? { kind: 'title', runs: block.runs, style: styleOf(block) } : one))
}

type Line = Extract<Block, { kind: 'paragraph' | 'heading' }>
const isLine = (block: Block): block is Line =>
  (block.kind === 'paragraph' || block.kind === 'heading') && block.runs.length > 0
const styleOf = (block: Line): string => (block.kind === 'paragraph' ? block.style : '')
const hasText = (block: Block): boolean => block.kind !== 'paragraph' || block.runs.length > 0
