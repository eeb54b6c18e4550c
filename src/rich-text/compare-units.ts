import { canonicalJson } from './canonical.ts'
import type { Block, FlowBlock, Inline, RichText, TableRow } from './content.ts'
import { startNumbering } from './numbering.ts'
import { inlineText, listMarker } from './search-text.ts'

/** What people compare: one paragraph, heading, list item, row of a table or image. */
export interface Unit {
  readonly section: string
  readonly kind: 'paragraph' | 'heading' | 'item' | 'row' | 'image' | 'break'
  readonly text: string
  /** Style, marks and place: equal text of another look is a change of form. */
  readonly look: string
}

/** A text as the list of its units, in reading order. */
export function unitsOf(content: RichText): Unit[] {
  return content.content.flatMap((section) => {
    const number = startNumbering()
    const { key } = section.attrs
    return section.content.flatMap((block) => blockUnits(block, { section: key, number, path: '' }))
  })
}

interface Place {
  readonly section: string
  readonly number: ReturnType<typeof startNumbering>
  readonly path: string
}

function blockUnits(block: Block, place: Place, prefix = ''): Unit[] {
  const unit = (kind: Unit['kind'], text: string, look: string): Unit => ({
    section: place.section,
    kind,
    text: prefix ? `${prefix} ${text}` : text,
    look: `${place.path}${look}`,
  })
  switch (block.type) {
    case 'paragraph': {
      const mark = place.number(block.attrs.style)
      const text = fullText(block.content)
      const kind = place.path.endsWith('item ') ? 'item' : 'paragraph'
      return [unit(kind, mark ? `${mark} ${text}` : text, `${block.attrs.style}${looksOf(block.content)}`)]
    }
    case 'heading':
      return [unit('heading', fullText(block.content), `h${block.attrs.level}${looksOf(block.content)}`)]
    case 'bullet_list':
    case 'ordered_list': {
      const inside = { ...place, path: `${place.path}${block.type} item ` }
      return block.content.flatMap((item, index) =>
        item.content.flatMap((inner, at) => blockUnits(inner, inside, at === 0 ? listMarker(block, index) : '')),
      )
    }
    case 'blockquote':
      return block.content.flatMap((inner) => blockUnits(inner, { ...place, path: `${place.path}quote ` }))
    case 'table': {
      const rows = block.content.map((row) => unit('row', rowText(row), `row${canonicalJson(rowLook(row))}`))
      return block.attrs.caption ? [unit('paragraph', block.attrs.caption, 'caption'), ...rows] : rows
    }
    case 'image':
      return [unit('image', block.attrs.alt || 'Imagem', canonicalJson(block.attrs))]
    case 'horizontal_rule':
      return [unit('break', '———', 'rule')]
    case 'page_break':
      return [unit('break', 'Quebra de página', 'page')]
  }
}

const rowText = (row: TableRow): string =>
  (row.content ?? []).map((cell) => cell.content.map(flowText).join(' ')).join(' | ')

function flowText(block: FlowBlock): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return fullText(block.content)
    case 'image':
      return block.attrs.alt
    case 'blockquote':
      return block.content.map(flowText).join(' ')
    default:
      return block.content
        .map((item, at) => `${listMarker(block, at)} ${item.content.map(flowText).join(' ')}`)
        .join(' ')
  }
}

/** The row without its words: what is left tells spans, alignment and marks. */
const rowLook = (row: TableRow): unknown =>
  JSON.parse(JSON.stringify(row, (key, value) => (key === 'text' && typeof value === 'string' ? '' : value)))

const fullText = (inlines: readonly Inline[] = []): string =>
  inlines
    .map((inline) => (inline.type === 'footnote' ? ` (nota: ${inline.attrs.text})` : inlineText([inline])))
    .join('')

const looksOf = (inlines: readonly Inline[] = []): string =>
  canonicalJson(inlines.map(({ type, marks = [], ...rest }) => [type, marks, 'attrs' in rest ? rest.attrs : 0]))
