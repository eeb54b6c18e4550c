import type { Block, FlowBlock, ListItem, ListKind, Paragraph } from './content.ts'
import type { Kept } from './kept.ts'
import { parseInlines } from './parse-inlines.ts'
import { DEFAULT_STYLE, type ParagraphStyle } from './styles.ts'

/** One chunk of plain text (no blank line inside) → the blocks it holds. An empty chunk is an empty paragraph. */
export function parseBlocks(chunk: string, kept: Kept): Block[] {
  const lines = chunk.split('\n')
  const blocks: Block[] = []
  let words: string[] = []
  const endParagraph = () => {
    if (words.length > 0) blocks.push(paragraph(words.join('\n'), kept))
    words = []
  }
  for (let at = 0; at < lines.length; ) {
    const found = blockAt(lines, at, kept)
    if (found) {
      endParagraph()
      blocks.push(found.block)
      at += found.lines
    } else {
      words.push(lines[at] === '\\' ? '' : (lines[at] ?? ''))
      at += 1
    }
  }
  endParagraph()
  return blocks
}

/** A paragraph of the default style, or of another one. */
export function paragraph(text: string, kept: Kept, style: ParagraphStyle = DEFAULT_STYLE): Paragraph {
  const content = parseInlines(text, kept)
  return { type: 'paragraph', attrs: { style }, ...(content.length > 0 ? { content } : {}) }
}

interface Found {
  readonly block: Block
  readonly lines: number
}

function blockAt(lines: readonly string[], at: number, kept: Kept): Found | undefined {
  const line = lines[at] ?? ''
  const placeholder = /^\[\[([^\]]+)\]\]\s*$/.exec(line)?.[1]
  if (placeholder?.trim() === 'quebra de página') return { block: { type: 'page_break' }, lines: 1 }
  const block = placeholder === undefined ? undefined : kept.block(placeholder)
  if (block) return { block, lines: 1 }
  if (/^-{3,}\s*$/.test(line)) return { block: { type: 'horizontal_rule' }, lines: 1 }
  const [, signs, title] = /^(#{1,3}) (.*)$/.exec(line) ?? []
  if (signs) return { block: heading(signs.length, title ?? '', kept), lines: 1 }
  if (line.startsWith('>')) return quotation(lines, at, kept)
  return itemAt(line) ? list(lines, at, kept) : undefined
}

function heading(length: number, title: string, kept: Kept): Block {
  const content = parseInlines(title.trim(), kept)
  const level = length === 1 ? 1 : length === 2 ? 2 : 3
  return { type: 'heading', attrs: { level }, ...(content.length > 0 ? { content } : {}) }
}

function quotation(lines: readonly string[], at: number, kept: Kept): Found {
  let end = at
  while (lines[end]?.startsWith('>')) end += 1
  const inside = lines.slice(at, end).map((line) => line.replace(/^> ?/, ''))
  const blocks = inside
    .join('\n')
    .split('\n\n')
    .flatMap((chunk) => parseBlocks(chunk, kept))
  const flow = blocks.filter(isFlow)
  const content = flow.length > 0 ? flow : [paragraph('', kept)]
  return { block: { type: 'blockquote', content }, lines: end - at }
}

const isFlow = (block: Block): block is FlowBlock =>
  block.type !== 'table' && block.type !== 'horizontal_rule' && block.type !== 'page_break'

interface Item {
  readonly indent: number
  readonly kind: ListKind | 'bullet'
  readonly value: number
  readonly text: string
}

function itemAt(line: string): Item | undefined {
  const [, spaces = '', mark, text = ''] = /^( *)(-|\d{1,4}\.|[a-z]{1,2}\)|[IVXLC]+ -)(?: (.*))?$/.exec(line) ?? []
  if (mark === undefined) return undefined
  const indent = spaces.length
  if (mark === '-') return { indent, kind: 'bullet', value: 1, text }
  if (mark.endsWith('.')) return { indent, kind: '1', value: Number.parseInt(mark, 10) || 1, text }
  if (mark.endsWith(')')) return { indent, kind: 'a', value: lettersValue(mark.slice(0, -1)), text }
  return { indent, kind: 'I', value: romanValue(mark.slice(0, -2)), text }
}

/** A list goes on while lines are items of its kind and depth, deeper items, or indented continuations. */
function list(lines: readonly string[], at: number, kept: Kept): Found {
  const first = itemAt(lines[at] ?? '') ?? { indent: 0, kind: 'bullet', value: 1, text: '' }
  const items: ListItem[] = []
  let next = at
  while (next < lines.length) {
    const item = itemAt(lines[next] ?? '')
    if (!item || item.kind !== first.kind || item.indent > first.indent + 1 || item.indent + 1 < first.indent) break
    next += 1
    const words = [item.text]
    while (isContinuation(lines[next], first.indent)) words.push((lines[next++] ?? '').trim())
    const content: FlowBlock[] = [paragraph(words.join('\n'), kept)]
    const below = itemAt(lines[next] ?? '')
    if (below && below.indent >= first.indent + 2) {
      const inner = list(lines, next, kept)
      if (isFlow(inner.block)) content.push(inner.block)
      next += inner.lines
    }
    items.push({ type: 'list_item', content })
  }
  const block: Block =
    first.kind === 'bullet'
      ? { type: 'bullet_list', content: items }
      : { type: 'ordered_list', attrs: { start: first.value, kind: first.kind }, content: items }
  return { block, lines: next - at }
}

const isContinuation = (line: string | undefined, indent: number): boolean =>
  line?.startsWith(' '.repeat(indent + 2)) === true && line.trim() !== '' && !itemAt(line)

const lettersValue = (text: string): number => [...text].reduce((sum, sign) => sum * 26 + sign.charCodeAt(0) - 96, 0)

function romanValue(text: string): number {
  const worth: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 }
  const values = [...text].map((sign) => worth[sign] ?? 0)
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0)
}
