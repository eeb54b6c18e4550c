import { cleanText } from './clean-text.ts'
import type { Node } from './json-node.ts'

/** A piece of a line, as `rich-text.typ` draws it. */
export type Run =
  | { readonly kind: 'text'; readonly text: string; readonly marks: readonly string[]; readonly href: string | null }
  | { readonly kind: 'break' }
  | { readonly kind: 'note'; readonly text: string }

const INLINE_TYPES = new Set(['text', 'hard_break', 'footnote', 'case_link', 'document_link', 'variable'])
export const isInline = (node: Node): boolean => INLINE_TYPES.has(node.type) || node.text !== undefined

export function readRuns(nodes: readonly Node[], missing: ReadonlySet<string>): Run[] {
  return nodes.flatMap((node) => readRun(node, missing))
}

function readRun(node: Node, missing: ReadonlySet<string>): Run[] {
  switch (node.type) {
    case 'hard_break':
      return [{ kind: 'break' }]
    case 'footnote': {
      const text = cleanText(node.attrs.text, missing)
      return text === '' ? [] : [{ kind: 'note', text }]
    }
    case 'case_link':
    case 'document_link':
      return written(node.attrs.label || node.attrs.number, node, missing)
    // A variable that nobody filled in stands out: a draft shows what is wanting.
    case 'variable':
      return written(`@${node.attrs.name}@`, node, missing, ['blank'])
    default:
      return node.text === undefined ? readRuns(node.content, missing) : written(node.text, node, missing)
  }
}

function written(value: unknown, node: Node, missing: ReadonlySet<string>, more: readonly string[] = []): Run[] {
  const text = cleanText(value, missing)
  if (text === '') return []
  const link = node.marks.find((mark) => mark.type === 'link')
  return [{ kind: 'text', text, marks: [...node.marks.map(markName), ...more], href: safeAddress(link?.attrs.href) }]
}

const LONG_NAMES: Readonly<Record<string, string>> = { sup: 'superscript', sub: 'subscript' }
const markName = (mark: Node): string => LONG_NAMES[mark.type] ?? mark.type

/** Readers open what a link says without asking: only addresses of pages and letters. */
function safeAddress(href: unknown): string | null {
  if (typeof href !== 'string' || /[\s\p{Cc}]/u.test(href) || !/^(https?:\/\/|mailto:)/i.test(href)) return null
  return URL.canParse(href) ? new URL(href).href : null
}
