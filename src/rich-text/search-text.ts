import type { Block, Inline, List, RichText } from './content.ts'
import { letters, roman, startNumbering } from './numbering.ts'

/**
 * A text as people would read it aloud: for search, for e-mail, for counting words. A line a paragraph, a blank line
 * between sections, cells apart by tabs, footnotes after the paragraph that calls them.
 */
export function toText(content: RichText): string {
  return content.content
    .map((section) => {
      const number = startNumbering()
      return section.content.flatMap((block) => linesOf(block, number)).join('\n')
    })
    .join('\n\n')
    .trim()
}

/** The running text of a paragraph: links by their label, variables as `@name@`, no footnotes. */
export function inlineText(inlines: readonly Inline[] = []): string {
  return inlines.map(textOf).join('')
}

type Numbering = ReturnType<typeof startNumbering>

function linesOf(block: Block, number: Numbering): string[] {
  switch (block.type) {
    case 'paragraph': {
      const mark = number(block.attrs.style)
      const text = inlineText(block.content)
      return [mark === undefined ? text : `${mark} ${text}`, ...notesOf(block.content)]
    }
    case 'heading':
      return [inlineText(block.content), ...notesOf(block.content)]
    case 'bullet_list':
    case 'ordered_list':
      return block.content.flatMap((item, index) => {
        const [first = '', ...others] = item.content.flatMap((inner) => linesOf(inner, number))
        return [`${listMarker(block, index)} ${first}`, ...others]
      })
    case 'blockquote':
      return block.content.flatMap((inner) => linesOf(inner, number))
    case 'table': {
      const rows = block.content.map((row) =>
        (row.content ?? []).map((cell) => cell.content.flatMap((inner) => linesOf(inner, number)).join(' ')).join('\t'),
      )
      return block.attrs.caption ? [block.attrs.caption, ...rows] : rows
    }
    case 'image':
      return block.attrs.alt ? [block.attrs.alt] : []
    case 'horizontal_rule':
    case 'page_break':
      return []
  }
}

/** The mark before the item of that index, as readers see it: `•`, `3.`, `c)`, `III –`. */
export function listMarker(list: List, index: number): string {
  if (list.type === 'bullet_list') return '•'
  const value = list.attrs.start + index
  switch (list.attrs.kind) {
    case '1':
      return `${value}.`
    case 'a':
      return `${letters(value)})`
    case 'I':
      return `${roman(value)} –`
  }
}

const notesOf = (inlines: readonly Inline[] = []): string[] =>
  inlines.flatMap((inline) => (inline.type === 'footnote' ? [`(nota: ${inline.attrs.text})`] : []))

function textOf(inline: Inline): string {
  switch (inline.type) {
    case 'text':
      return inline.text
    case 'hard_break':
      return '\n'
    case 'footnote':
      return ''
    case 'case_link':
    case 'document_link':
      return inline.attrs.label || inline.attrs.number
    case 'variable':
      return `@${inline.attrs.name}@`
  }
}
