import type { DOMOutputSpec, NodeSpec } from 'prosemirror-model'
import { fileAddress, integerBetween, isFileAddress, oneOf, sectionKey, textUpTo } from './attributes.ts'
import { ALIGNMENTS, LIST_KINDS, SECTION_KINDS } from './content.ts'
import { DEFAULT_STYLE, isParagraphStyle, PARAGRAPH_STYLES } from './styles.ts'

/** Where the attributes of an element are read from when something is pasted. */
type Element = HTMLElement

export const BLOCKS = {
  doc: { content: 'section+' },

  section: {
    content: 'block+',
    isolating: true,
    defining: true,
    selectable: false,
    attrs: {
      // Defaults only because ProseMirror must be able to make one; documents always come with their sections.
      key: { default: 'corpo', validate: sectionKey },
      kind: { default: 'body', validate: oneOf(SECTION_KINDS) },
      locked: { default: false, validate: 'boolean' },
    },
    // No parseDOM: what is pasted never brings sections along.
    toDOM: ({ attrs }): DOMOutputSpec => [
      'div',
      {
        class: `rt-section rt-section-${attrs.kind}${attrs.locked ? ' rt-locked' : ''}`,
        'data-section': String(attrs.key),
      },
      0,
    ],
  },

  paragraph: {
    content: 'inline*',
    group: 'block flow',
    attrs: { style: { default: DEFAULT_STYLE, validate: oneOf(Object.keys(PARAGRAPH_STYLES)) } },
    parseDOM: [{ tag: 'p', getAttrs: (element: Element) => ({ style: styleOf(element) }) }],
    toDOM: ({ attrs }): DOMOutputSpec => ['p', { class: `rt-p rt-p-${attrs.style}`, 'data-style': attrs.style }, 0],
  },

  heading: {
    content: 'inline*',
    group: 'block flow',
    defining: true,
    attrs: { level: { default: 1, validate: integerBetween(1, 3) } },
    parseDOM: [
      { tag: 'h1', attrs: { level: 1 } },
      { tag: 'h2', attrs: { level: 2 } },
      ...['h3', 'h4', 'h5', 'h6'].map((tag) => ({ tag, attrs: { level: 3 } })),
    ],
    toDOM: ({ attrs }): DOMOutputSpec => [`h${attrs.level}`, { class: `rt-h rt-h${attrs.level}` }, 0],
  },

  bullet_list: {
    content: 'list_item+',
    group: 'block flow',
    parseDOM: [{ tag: 'ul' }],
    toDOM: (): DOMOutputSpec => ['ul', { class: 'rt-list' }, 0],
  },

  ordered_list: {
    content: 'list_item+',
    group: 'block flow',
    attrs: {
      start: { default: 1, validate: integerBetween(1, 9999) },
      kind: { default: '1', validate: oneOf(LIST_KINDS) },
    },
    parseDOM: [{ tag: 'ol', getAttrs: (element: Element) => orderOf(element) }],
    toDOM: ({ attrs }): DOMOutputSpec => [
      'ol',
      { class: 'rt-list', type: attrs.kind, ...(attrs.start === 1 ? {} : { start: attrs.start }) },
      0,
    ],
  },

  list_item: {
    content: 'paragraph flow*',
    defining: true,
    parseDOM: [{ tag: 'li' }],
    toDOM: (): DOMOutputSpec => ['li', 0],
  },

  blockquote: {
    content: 'flow+',
    group: 'block flow',
    defining: true,
    parseDOM: [{ tag: 'blockquote' }],
    toDOM: (): DOMOutputSpec => ['blockquote', { class: 'rt-quote' }, 0],
  },

  table: {
    content: 'table_row+',
    group: 'block',
    tableRole: 'table',
    isolating: true,
    attrs: { caption: { default: '', validate: textUpTo(500) } },
    parseDOM: [{ tag: 'table', getAttrs: (element: Element) => ({ caption: captionOf(element) }) }],
    toDOM: ({ attrs }): DOMOutputSpec => ['table', { class: 'rt-table', 'data-caption': attrs.caption }, ['tbody', 0]],
  },

  table_row: {
    content: '(table_cell | table_header)*',
    tableRole: 'row',
    parseDOM: [{ tag: 'tr' }],
    toDOM: (): DOMOutputSpec => ['tr', 0],
  },

  table_cell: cell('td', 'cell'),
  table_header: cell('th', 'header_cell'),

  horizontal_rule: {
    group: 'block',
    parseDOM: [{ tag: 'hr' }],
    toDOM: (): DOMOutputSpec => ['hr', { class: 'rt-rule' }],
  },

  page_break: {
    group: 'block',
    atom: true,
    parseDOM: [{ tag: 'div.rt-page-break' }],
    toDOM: (): DOMOutputSpec => [
      'div',
      { class: 'rt-page-break', role: 'separator', 'aria-label': 'Quebra de página' },
    ],
  },

  image: {
    group: 'block flow',
    atom: true,
    draggable: true,
    attrs: {
      src: { validate: fileAddress },
      alt: { validate: textUpTo(1000) },
      width: { default: 100, validate: integerBetween(5, 100, 5) },
      align: { default: 'center', validate: oneOf(ALIGNMENTS) },
    },
    parseDOM: [{ tag: 'img[src]', getAttrs: (element: Element) => imageOf(element) }],
    toDOM: ({ attrs }): DOMOutputSpec => [
      'img',
      {
        src: attrs.src,
        alt: attrs.alt,
        class: `rt-image rt-w-${attrs.width} rt-align-${attrs.align}`,
        'data-width': String(attrs.width),
        'data-align': attrs.align,
      },
    ],
  },
} satisfies Record<string, NodeSpec>

function cell(tag: 'td' | 'th', tableRole: string): NodeSpec {
  return {
    content: 'flow+',
    tableRole,
    isolating: true,
    attrs: {
      colspan: { default: 1, validate: integerBetween(1, 60) },
      rowspan: { default: 1, validate: integerBetween(1, 1000) },
      align: { default: null, validate: oneOf([null, ...ALIGNMENTS]) },
    },
    parseDOM: [
      {
        tag,
        getAttrs: (element: Element) => ({
          colspan: whole(element.getAttribute('colspan'), 1, 60),
          rowspan: whole(element.getAttribute('rowspan'), 1, 1000),
          align: alignmentOf(element),
        }),
      },
    ],
    toDOM: ({ attrs }): DOMOutputSpec => [
      tag,
      {
        ...(attrs.colspan === 1 ? {} : { colspan: attrs.colspan }),
        ...(attrs.rowspan === 1 ? {} : { rowspan: attrs.rowspan }),
        ...(attrs.align ? { class: `rt-cell-${attrs.align}`, 'data-align': attrs.align } : {}),
      },
      0,
    ],
  }
}

function styleOf(element: Element) {
  const style = element.getAttribute('data-style')
  return isParagraphStyle(style) ? style : DEFAULT_STYLE
}

function orderOf(element: Element) {
  const type = element.getAttribute('type') ?? '1'
  const kind = type === 'a' || type === 'A' ? 'a' : type === 'i' || type === 'I' ? 'I' : '1'
  return { kind, start: whole(element.getAttribute('start'), 1, 9999) }
}

function captionOf(element: Element): string {
  const caption = element.getAttribute('data-caption') ?? element.querySelector('caption')?.textContent ?? ''
  return caption.replace(/\s+/g, ' ').trim().slice(0, 500)
}

function alignmentOf(element: Element) {
  const align = element.getAttribute('data-align') ?? element.getAttribute('align')
  return ALIGNMENTS.find((known) => known === align) ?? null
}

function imageOf(element: Element) {
  const src = element.getAttribute('src') ?? ''
  if (!isFileAddress(src)) return false
  const width = whole(element.getAttribute('data-width'), 5, 100, 100)
  return {
    src,
    alt: (element.getAttribute('alt') ?? '').slice(0, 1000),
    width: Math.round(width / 5) * 5,
    align: alignmentOf(element) ?? 'center',
  }
}

function whole(written: string | null, low: number, high: number, otherwise = low): number {
  const value = Number.parseInt(written ?? '', 10)
  return Number.isNaN(value) ? otherwise : Math.min(high, Math.max(low, value))
}
