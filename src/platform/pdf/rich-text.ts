import { startNumbering } from '../../rich-text/numbering.ts'
import { isParagraphStyle } from '../../rich-text/styles.ts'
import { cleanText } from './clean-text.ts'
import { type Node, readNode } from './json-node.ts'
import { isInline, type Run, readRuns } from './rich-text-runs.ts'
import { readTable, type TableBlock } from './rich-text-table.ts'

/** What the template draws: `rich-text.typ` knows exactly these kinds. */
export type Block =
  | { readonly kind: 'paragraph'; readonly style: string; readonly runs: readonly Run[] }
  | { readonly kind: 'title'; readonly style: string; readonly runs: readonly Run[] }
  | { readonly kind: 'heading'; readonly level: number; readonly runs: readonly Run[] }
  | ({ readonly kind: 'bullets' } & Items)
  | ({ readonly kind: 'numbers'; readonly start: number; readonly numbering: string } & Items)
  | { readonly kind: 'quote'; readonly nested: boolean; readonly blocks: readonly Block[] }
  | {
      readonly kind: 'picture'
      readonly path: string
      readonly alt: string
      readonly width: number
      readonly align: string
    }
  | { readonly kind: 'missing-picture'; readonly text: string }
  | { readonly kind: 'rule' }
  | { readonly kind: 'page-break'; readonly nested: boolean }
  | TableBlock

interface Items {
  readonly tight: boolean
  readonly items: readonly (readonly Block[])[]
}

export interface SectionBlocks {
  readonly kind: string
  readonly blocks: readonly Block[]
}

/** What reading a text needs to know: the pictures that can be drawn, by `src`, and the characters that cannot. */
export interface Surroundings {
  readonly pictures: ReadonlyMap<string, string>
  readonly missing: ReadonlySet<string>
}

/** Below this the structure is flattened: the engine stops at 80 nested calls. */
const DEEPEST = 8

/**
 * The stored text as blocks for the template, section by section. Nothing is refused: an unknown node is drawn as
 * what it holds, for the text was signed and must come out.
 */
export function readRichText(content: unknown, surroundings: Surroundings): SectionBlocks[] {
  const readSection = openReader(surroundings)
  return readNode(content).content.map((node) =>
    node.type === 'section'
      ? { kind: String(node.attrs.kind ?? 'body'), blocks: readSection(node.content) }
      : { kind: 'body', blocks: readSection([node]) },
  )
}

function openReader({ pictures, missing }: Surroundings): (nodes: readonly Node[]) => Block[] {
  let numberOf = startNumbering()
  let levelBefore = 1

  function readBlocks(nodes: readonly Node[], depth: number): Block[] {
    return gatherInlines(nodes).flatMap((node) => readBlock(node, depth))
  }

  function readBlock(node: Node, depth: number): Block[] {
    if (depth >= DEEPEST && NESTING.has(node.type)) return readBlocks(node.content, depth)
    switch (node.type) {
      case 'paragraph':
        return [paragraph(node)]
      case 'heading':
        return heading(node, depth)
      case 'bullet_list':
        return [{ kind: 'bullets', ...items(node, depth) }]
      case 'ordered_list':
        return [{ kind: 'numbers', start: startOf(node), numbering: numberingOf(node), ...items(node, depth) }]
      case 'blockquote':
        return [{ kind: 'quote', nested: depth > 0, blocks: readBlocks(node.content, depth + 1) }]
      case 'table':
        return readTable(node, missing, (cell) => readBlocks(cell, depth + 1))
      case 'image':
        return [picture(node)]
      case 'horizontal_rule':
        return [{ kind: 'rule' }]
      case 'page_break':
        return [{ kind: 'page-break', nested: depth > 0 }]
      default:
        return readBlocks(node.content, depth)
    }
  }

  function paragraph(node: Node): Block {
    const style = String(node.attrs.style ?? 'justified')
    const number = isParagraphStyle(style) ? numberOf(style) : undefined
    const runs = readRuns(node.content, missing)
    return { kind: 'paragraph', style, runs: number === undefined ? runs : [plain(`${number} `), ...runs] }
  }

  /** The title of the document is level 1. A level is never skipped, whatever was typed: people who listen walk by levels. */
  function heading(node: Node, depth: number): Block[] {
    const runs = readRuns(node.content, missing)
    if (runs.length === 0) return []
    if (depth > 0) return [{ kind: 'paragraph', style: 'left', runs: runs.map(bold) }]
    const asked = (Math.trunc(Number(node.attrs.level)) || 1) + 1
    levelBefore = Math.max(2, Math.min(asked, levelBefore + 1))
    return [{ kind: 'heading', level: levelBefore, runs }]
  }

  function items(node: Node, depth: number): Items {
    const read = node.content.map((item) => readBlocks(item.type === 'list_item' ? item.content : [item], depth + 1))
    return { tight: read.every((blocks) => blocks.length <= 1), items: read }
  }

  function picture(node: Node): Block {
    const described = cleanText(node.attrs.alt, missing)
    const path = pictures.get(String(node.attrs.src))
    if (path === undefined)
      return { kind: 'missing-picture', text: `Imagem que não pôde ser mostrada${described ? `: ${described}` : ''}.` }
    const width = Math.min(100, Math.max(5, Number(node.attrs.width) || 100))
    const align = ['left', 'right'].find((side) => side === node.attrs.align) ?? 'center'
    return { kind: 'picture', path, alt: described, width, align }
  }

  return (nodes) => {
    numberOf = startNumbering()
    return readBlocks(nodes, 0)
  }
}

const NESTING = new Set(['bullet_list', 'ordered_list', 'blockquote', 'table'])

const plain = (text: string): Run => ({ kind: 'text', text, marks: [], href: null })
const bold = (run: Run): Run => (run.kind === 'text' ? { ...run, marks: [...run.marks, 'strong'] } : run)

function startOf(node: Node): number {
  const start = Number(node.attrs.start ?? 1)
  return Number.isInteger(start) && start >= 0 && start < 1_000_000 ? start : 1
}

const NUMBERINGS: Readonly<Record<string, string>> = { '1': '1.', a: 'a)', A: 'A)', I: 'I –', i: 'i)' }
const numberingOf = (node: Node): string => NUMBERINGS[String(node.attrs.kind)] ?? '1.'

/** Text that stands where a block is expected becomes a paragraph of its own. */
function gatherInlines(nodes: readonly Node[]): Node[] {
  const gathered: Node[] = []
  let open: Node[] | undefined
  for (const node of nodes) {
    if (!isInline(node)) {
      open = undefined
      gathered.push(node)
    } else if (open) open.push(node)
    else {
      open = [node]
      gathered.push({ type: 'paragraph', attrs: {}, content: open, marks: [], text: undefined })
    }
  }
  return gathered
}
