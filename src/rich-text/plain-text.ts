import { alignEqual } from './align.ts'
import type { Block, Paragraph, Section } from './content.ts'
import { keepFrom } from './kept.ts'
import { parseBlocks } from './parse-blocks.ts'
import { writeBlock } from './write-blocks.ts'

/**
 * A section as plain text, for the way without script: one textarea a section. Paragraphs are apart by a blank line;
 * `#` headings, `-` and `1.` lists, `>` quotations, light marks inside; tables and images are placeholders.
 */
export function toPlainText(section: Section): string {
  const kept = keepFrom(section)
  return section.content.map((block) => writeBlock(block, kept)).join('\n\n')
}

export interface FromPlainText {
  readonly content: readonly Block[]
  /** Placeholders of the original that are gone from the text: `tabela 1`. Ask before they are lost. */
  readonly removed: readonly string[]
}

/**
 * Plain text → blocks. What was not touched stays the very node it was, with its style and all that plain text cannot
 * say; a changed paragraph keeps the style of the one it replaces; placeholders give back what they stood for.
 */
export function fromPlainText(text: string, original?: Section): FromPlainText {
  const kept = keepFrom(original)
  const before = (original?.content ?? []).map((block) => ({ block, text: normalize(writeBlock(block, kept)) }))
  const now = chunksOf(text)
  const pairs = alignEqual(
    before.map((chunk) => chunk.text),
    now,
  )
  const content: Block[] = []
  let [nextBefore, nextNow] = [0, 0]
  const parseUpTo = (endBefore: number, endNow: number) => {
    for (; nextNow < endNow; nextNow += 1, nextBefore += 1) {
      const replaced = nextBefore < endBefore ? before[nextBefore]?.block : undefined
      content.push(...parseBlocks(now[nextNow] ?? '', kept).map((block) => styledAs(block, replaced)))
    }
  }
  for (const [inBefore, inNow] of pairs) {
    parseUpTo(inBefore, inNow)
    const untouched = before[inBefore]
    if (untouched) content.push(untouched.block)
    nextBefore = inBefore + 1
    nextNow = inNow + 1
  }
  parseUpTo(before.length, now.length)
  const written = namesIn(before.map((chunk) => chunk.text).join('\n'))
  const left = new Set(namesIn(text))
  return { content, removed: written.filter((name) => kept.names.includes(name) && !left.has(name)) }
}

const namesIn = (text: string): string[] =>
  [...text.matchAll(/\[\[([^\]:\n]+)/g)].map(([, name = '']) => name.trim().toLowerCase())

const normalize = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/^\n+|\n+$/g, '')

const chunksOf = (text: string): string[] => text.replace(/\r\n?/g, '\n').split('\n\n').map(normalize)

function styledAs(block: Block, replaced: Block | undefined): Block {
  if (block.type !== 'paragraph' || replaced?.type !== 'paragraph') return block
  const restyled: Paragraph = { ...block, attrs: replaced.attrs }
  return restyled
}
