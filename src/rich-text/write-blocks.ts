import type { Block, FlowBlock, Inline, List, Paragraph } from './content.ts'
import type { Kept } from './kept.ts'
import { letters, roman } from './numbering.ts'
import { writeInlines } from './write-inlines.ts'

/** One block as plain text, without a blank line inside; what plain text cannot say becomes a placeholder line. */
export function writeBlock(block: Block, kept: Kept): string {
  switch (block.type) {
    case 'paragraph':
      return writeParagraph(block, kept)
    case 'heading':
      return hasBreak(block.content) || !block.content
        ? kept.placeholder(block)
        : `${'#'.repeat(block.attrs.level)} ${writeInlines(block.content, kept)}`
    case 'bullet_list':
    case 'ordered_list':
      return isSimpleList(block) ? writeList(block, kept, '') : kept.placeholder(block)
    case 'blockquote': {
      const inside = block.content.map((inner) => writeBlock(inner, kept)).join('\n\n')
      return inside.replace(/^/gm, '> ').replace(/^> $/gm, '>')
    }
    case 'table':
    case 'image':
      return kept.placeholder(block)
    case 'horizontal_rule':
      return '---'
    case 'page_break':
      return '[[quebra de página]]'
  }
}

/** What a line may begin with without being a paragraph; the sign to escape is in the first group. */
const LOOKS_LIKE_BLOCK = /^( *(?:\d{1,4}|[a-z]{1,2}|[IVXLC]+ )?)(?=[-#>.)|])/

function writeParagraph({ content }: Paragraph, kept: Kept): string {
  const lines = writeInlines(content, kept).split('\n')
  if (lines.length === 1) return escapeStart(lines[0] ?? '')
  // An empty line would end the paragraph: a backslash stands for it.
  return lines.map((line) => (line === '' ? '\\' : escapeStart(line))).join('\n')
}

const escapeStart = (line: string): string => (startsBlock(line) ? line.replace(LOOKS_LIKE_BLOCK, '$1\\') : line)

const startsBlock = (line: string): boolean =>
  /^ *(-( |$)|#{1,3} |>|\d{1,4}\.( |$)|[a-z]{1,2}\)( |$)|[IVXLC]+ -( |$)|---$|\|)/.test(line)

function writeList(list: List, kept: Kept, indent: string): string {
  return list.content
    .map(({ content: [first, ...others] }, index) => {
      const text = first?.type === 'paragraph' ? writeInlines(first.content, kept) : ''
      const lines = [`${indent}${marker(list, index)}${text && ` ${text}`}`]
      for (const inner of others) if (isList(inner)) lines.push(writeList(inner, kept, `${indent}   `))
      return lines.join('\n')
    })
    .join('\n')
}

/** Items of one paragraph, with at most one list below it. */
function isSimpleList(list: List): boolean {
  return list.content.every(({ content: [first, second, third] }) => {
    if (first?.type !== 'paragraph' || third) return false
    const lines = hasBreak(first.content)
    return !lines && (second === undefined || (isList(second) && isSimpleList(second)))
  })
}

const isList = (block: FlowBlock): block is List => block.type === 'bullet_list' || block.type === 'ordered_list'

const hasBreak = (inlines: readonly Inline[] = []): boolean => inlines.some(({ type }) => type === 'hard_break')

function marker(list: List, index: number): string {
  if (list.type === 'bullet_list') return '-'
  const value = list.attrs.start + index
  return { '1': `${value}.`, a: `${letters(value)})`, I: `${roman(value)} -` }[list.attrs.kind]
}
