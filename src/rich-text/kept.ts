import type { Block, Inline, Section } from './content.ts'
import { inlineText } from './search-text.ts'

/** What plain text cannot say, by the name of its placeholder: `[[tabela 1]]`, `[[nota 2]]`. */
export interface Kept {
  readonly block: (placeholder: string) => Block | undefined
  readonly inline: (placeholder: string) => Inline | undefined
  /** The label of a variable of the original. */
  readonly variable: (name: string) => string | undefined
  /** The placeholder of a node of the original, with a few words of what it holds. */
  readonly placeholder: (node: Block | Inline) => string
  readonly names: readonly string[]
}

/**
 * Numbers everything of a section that needs a placeholder, kind by kind, in the order of the text. The same section
 * gives the same numbers, so nothing has to travel with the form but the text itself.
 */
export function keepFrom(section: Section | undefined): Kept {
  const nodes = new Map<string, Block | Inline>()
  const names = new Map<Block | Inline, string>()
  const variables = new Map<string, string>()
  const counters = new Map<string, number>()
  const keep = (node: Block | Inline) => {
    const noun = NOUNS[node.type]
    if (noun === undefined) return
    const number = (counters.get(noun) ?? 0) + 1
    counters.set(noun, number)
    nodes.set(`${noun} ${number}`, node)
    names.set(node, `${noun} ${number}`)
  }
  for (const node of section ? everyNode(section.content) : []) {
    if (node.type === 'variable') variables.set(node.attrs.name, node.attrs.label)
    else keep(node)
  }
  const find = (placeholder: string) => nodes.get(placeholder.split(':')[0]?.trim().toLowerCase() ?? '')
  return {
    block: (placeholder) => {
      const node = find(placeholder)
      return node && !isInline(node) ? node : undefined
    },
    inline: (placeholder) => {
      const node = find(placeholder)
      return node && isInline(node) ? node : undefined
    },
    variable: (name) => variables.get(name),
    placeholder: (node) => {
      const words = describe(node)
      return `[[${names.get(node) ?? node.type}${words && `: ${words}`}]]`
    },
    names: [...nodes.keys()],
  }
}

const NOUNS: Readonly<Record<string, string>> = {
  table: 'tabela',
  image: 'imagem',
  footnote: 'nota',
  case_link: 'processo',
  document_link: 'documento',
  bullet_list: 'lista',
  ordered_list: 'lista',
  heading: 'título',
  blockquote: 'citação',
}

function* everyNode(blocks: readonly Block[]): Generator<Block | Inline> {
  for (const block of blocks) {
    yield block
    if (block.type === 'paragraph' || block.type === 'heading') yield* block.content ?? []
    else if (block.type === 'table')
      for (const row of block.content) for (const cell of row.content ?? []) yield* everyNode(cell.content)
    else if (block.type === 'bullet_list' || block.type === 'ordered_list')
      for (const item of block.content) yield* everyNode(item.content)
    else if (block.type === 'blockquote') yield* everyNode(block.content)
  }
}

const INLINE_KINDS = new Set(['text', 'hard_break', 'footnote', 'case_link', 'document_link', 'variable'])
const isInline = (node: Block | Inline): node is Inline => INLINE_KINDS.has(node.type)

function describe(node: Block | Inline): string {
  const words = wordsOf(node)
    .replace(/[[\]:\s]+/g, ' ')
    .trim()
  return words.length > 40 ? `${words.slice(0, 39).toWellFormed().trimEnd()}…` : words
}

function wordsOf(node: Block | Inline): string {
  switch (node.type) {
    case 'table':
      return node.attrs.caption
    case 'image':
      return node.attrs.alt
    case 'footnote':
      return node.attrs.text
    case 'case_link':
    case 'document_link':
      return node.attrs.label
    case 'heading':
      return inlineText(node.content)
    default:
      return ''
  }
}
