import type { Block, FlowBlock, Heading, Inline, Paragraph, RichText, Section } from './content.ts'
import { startNumbering } from './numbering.ts'
import { inlineText, listMarker } from './search-text.ts'
import { parseContent } from './validate.ts'

/** One paragraph or heading of a text, wherever it stands, in reading order. */
export interface Passage {
  readonly section: string
  readonly locked: boolean
  readonly text: string
  /** What stands before it and is counted, not written: 'Art. 2º', '3.'. Empty where there is nothing. */
  readonly mark: string
}

/** Words of one passage: from `start` to `end` in its text. */
export interface Place {
  readonly passage: number
  readonly start: number
  readonly end: number
}

/** The paragraphs and headings of a text, also those of lists, quotations and cells. Their index names them. */
export function passagesOf(content: RichText): Passage[] {
  return content.content.flatMap(({ attrs, content: inside }) => {
    const number = startNumbering()
    return textblocksOf(inside).map(({ block, marker }) => {
      const mark = marker ?? (block.type === 'paragraph' ? number(block.attrs.style) : undefined)
      return { section: attrs.key, locked: attrs.locked, text: inlineText(block.content), mark: mark ?? '' }
    })
  })
}

/** How many characters of the passage's text one inline is, and how many places of the editor. */
export function measureInline(inline: Inline): { readonly characters: number; readonly places: number } {
  const characters = inlineText([inline]).length
  return { characters, places: inline.type === 'text' ? characters : 1 }
}

/**
 * The text with other words in one place. A line break in the words is a line break; a blank line begins a paragraph of
 * the same kind; a whole paragraph replaced by nothing goes. Undefined where the place is fixed, does not exist, or holds
 * something that is no words (a note, a link by number, a variable), which only the editor can move.
 */
export function replaceWords(content: RichText, place: Place, words: string): RichText | undefined {
  if (passagesOf(content)[place.passage]?.locked !== false) return undefined
  let index = -1
  let replaced = false
  const change = (block: Paragraph | Heading): (Paragraph | Heading)[] => {
    index += 1
    if (index !== place.passage) return [block]
    const blocks = rewritten(block, place, words)
    replaced = blocks !== undefined
    return blocks ?? [block]
  }
  const sections = content.content.map((section): Section => {
    const inside = section.content.flatMap((block) => rebuilt(block, change) as Block[])
    return { ...section, content: inside.length > 0 ? inside : [emptyParagraph] }
  })
  const parsed = replaced ? parseContent({ type: 'doc', content: sections }) : undefined
  return parsed?.ok ? parsed.content : undefined
}

const emptyParagraph: Paragraph = { type: 'paragraph', attrs: { style: 'justified' } }

interface Textblock {
  readonly block: Paragraph | Heading
  /** Of the list in which it is the first of its item. */
  readonly marker?: string
}

const textblocksOf = (blocks: readonly Block[]): Textblock[] => blocks.flatMap(textblocksIn)

function textblocksIn(block: Block): Textblock[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [{ block }]
    case 'bullet_list':
    case 'ordered_list':
      return block.content.flatMap((item, index) =>
        textblocksOf(item.content).map((one, at) => (at === 0 ? { ...one, marker: listMarker(block, index) } : one)),
      )
    case 'blockquote':
      return textblocksOf(block.content)
    case 'table':
      return block.content.flatMap((row) => (row.content ?? []).flatMap((cell) => textblocksOf(cell.content)))
    case 'image':
    case 'horizontal_rule':
    case 'page_break':
      return []
  }
}

type Change = (block: Paragraph | Heading) => (Paragraph | Heading)[]

/** The block with its paragraphs changed; none where nothing is left of it. */
function rebuilt(block: Block, change: Change): Block[] {
  const inside = (blocks: readonly FlowBlock[]) => blocks.flatMap((one) => rebuilt(one, change) as FlowBlock[])
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return change(block)
    case 'bullet_list':
    case 'ordered_list': {
      const items = block.content.flatMap((item) => {
        const kept = inside(item.content)
        return kept.length > 0 ? [{ ...item, content: kept }] : []
      })
      return items.length > 0 ? [{ ...block, content: items } as Block] : []
    }
    case 'blockquote': {
      const kept = inside(block.content)
      return kept.length > 0 ? [{ ...block, content: kept }] : []
    }
    case 'table':
      return [
        {
          ...block,
          content: block.content.map((row) => ({
            ...row,
            content: (row.content ?? []).map((cell) => {
              const kept = inside(cell.content)
              return { ...cell, content: kept.length > 0 ? kept : [emptyParagraph] }
            }),
          })),
        },
      ]
    case 'image':
    case 'horizontal_rule':
    case 'page_break':
      return [block]
  }
}

function rewritten(block: Paragraph | Heading, { start, end }: Place, words: string) {
  const cut = cutOut(block.content ?? [], start, end)
  if (!cut) return undefined
  const { before, after, marks } = cut
  if (words === '' && before.length + after.length === 0 && end > start) return []
  const pieces = words.split(/\n{2,}/)
  return pieces.map((piece, index) => {
    const inlines = [
      ...(index === 0 ? before : []),
      ...inlinesOf(piece, marks),
      ...(index === pieces.length - 1 ? after : []),
    ]
    const { content: _content, ...bare } = block
    return inlines.length > 0 ? { ...bare, content: inlines } : bare
  }) as (Paragraph | Heading)[]
}

/** What stands before and after the place, and how its words look. Undefined where more than words would go. */
function cutOut(inlines: readonly Inline[], start: number, end: number) {
  const before: Inline[] = []
  const after: Inline[] = []
  let marks: Inline['marks']
  let offset = 0
  for (const inline of inlines) {
    const from = offset
    offset += measureInline(inline).characters
    if (inline.type === 'text') {
      const [head, tail] = [inline.text.slice(0, Math.max(0, start - from)), inline.text.slice(Math.max(0, end - from))]
      if (head && from < start) before.push({ ...inline, text: head })
      if (tail && offset > end) after.push({ ...inline, text: tail })
      const touches = start === end ? from < start && offset >= start : from < end && offset > start
      if (touches) marks ??= inline.marks ?? []
    } else if (offset <= start) before.push(inline)
    else if (from >= end) after.push(inline)
    else if (inline.type !== 'hard_break') return undefined
  }
  return end <= offset && start <= end && start >= 0 ? { before, after, marks: marks ?? [] } : undefined
}

function inlinesOf(words: string, marks: readonly NonNullable<Inline['marks']>[number][]): Inline[] {
  const look = marks.length > 0 ? { marks } : {}
  return words
    .split('\n')
    .flatMap((line, index): Inline[] => [
      ...(index > 0 ? [{ type: 'hard_break' as const }] : []),
      ...(line ? [{ type: 'text' as const, text: line, ...look }] : []),
    ])
}
