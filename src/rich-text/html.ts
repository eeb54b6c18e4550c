import type { Block, Image, List, Paragraph, RichText, Section, Table, TableCell, TableRow } from './content.ts'
import { escapeHtml } from './escape-html.ts'
import { footnotesHtml, type InlineContext, inlinesHtml } from './html-inlines.ts'
import { startNumbering } from './numbering.ts'

export interface HtmlOptions {
  /** Added to each heading, so that the first heading of the text follows the page's own; 1 by default (h1 → h2). */
  readonly headingShift?: number
  /** Prefix of the ids of the footnotes, when two texts share a page. */
  readonly idPrefix?: string
  readonly caseAddress?: (number: string) => string
  readonly documentAddress?: (number: string) => string
}

/**
 * A text as HTML, byte for byte the same for the same text and options: everything escaped, classes and never styles,
 * `rich-text.css` draws it. Footnotes come at the end, each with the way back.
 */
export function toHtml(content: RichText, options: HtmlOptions = {}): string {
  const context: Context = {
    shift: options.headingShift ?? 1,
    idPrefix: options.idPrefix ?? '',
    caseAddress: options.caseAddress ?? ((number) => `/processos/${number}`),
    documentAddress: options.documentAddress ?? ((number) => `/documentos/${number}`),
    footnotes: [],
    number: startNumbering(),
  }
  const sections = content.content.map((section) => sectionHtml(section, context)).join('')
  return `<div class="rt">${sections}${footnotesHtml(context)}</div>`
}

interface Context extends InlineContext {
  readonly shift: number
  number: ReturnType<typeof startNumbering>
}

function sectionHtml(section: Section, context: Context): string {
  context.number = startNumbering()
  const { key, kind } = section.attrs
  const blocks = blocksHtml(section.content, context)
  return `<div class="rt-section rt-section-${kind}" data-section="${escapeHtml(key)}">${blocks}</div>`
}

const blocksHtml = (blocks: readonly Block[], context: Context): string =>
  blocks.map((block) => blockHtml(block, context)).join('')

function blockHtml(block: Block, context: Context): string {
  switch (block.type) {
    case 'paragraph':
      return paragraphHtml(block, context)
    case 'heading': {
      const level = Math.min(6, Math.max(1, block.attrs.level + context.shift))
      const inside = inlinesHtml(block.content, context)
      // An empty heading is announced as one; on the page it is only room.
      return inside
        ? `<h${level} class="rt-h rt-h${block.attrs.level}">${inside}</h${level}>`
        : '<p class="rt-p"><br></p>'
    }
    case 'bullet_list':
    case 'ordered_list':
      return listHtml(block, context)
    case 'blockquote':
      return `<blockquote class="rt-quote">${blocksHtml(block.content, context)}</blockquote>`
    case 'table':
      return tableHtml(block, context)
    case 'horizontal_rule':
      return '<hr class="rt-rule">'
    case 'page_break':
      return '<div class="rt-page-break" role="separator" aria-label="Quebra de página"></div>'
    case 'image':
      return imageHtml(block)
  }
}

function paragraphHtml({ attrs, content }: Paragraph, context: Context): string {
  const number = context.number(attrs.style)
  const mark = number === undefined ? '' : `<span class="rt-number">${number}</span> `
  return `<p class="rt-p rt-p-${attrs.style}">${mark}${inlinesHtml(content, context) || '<br>'}</p>`
}

function listHtml(list: List, context: Context): string {
  const items = list.content.map((item) => `<li>${blocksHtml(item.content, context)}</li>`).join('')
  if (list.type === 'bullet_list') return `<ul class="rt-list">${items}</ul>`
  const start = list.attrs.start === 1 ? '' : ` start="${list.attrs.start}"`
  return `<ol class="rt-list" type="${list.attrs.kind}"${start}>${items}</ol>`
}

function imageHtml({ attrs }: Image): string {
  const classes = `rt-image rt-w-${attrs.width} rt-align-${attrs.align}`
  return `<img class="${classes}" src="${escapeHtml(attrs.src)}" alt="${escapeHtml(attrs.alt)}" loading="lazy">`
}

/** A wide table scrolls in its own region, reachable by keyboard, instead of pushing the page sideways. */
function tableHtml(table: Table, context: Context): string {
  const caption = escapeHtml(table.attrs.caption)
  const label = caption ? `Tabela: ${caption}` : 'Tabela'
  const headRows = countHeadRows(table.content)
  const row = (cells: TableRow, inHead: boolean) =>
    `<tr>${(cells.content ?? []).map((cell) => cellHtml(cell, inHead, context)).join('')}</tr>`
  const head = table.content.slice(0, headRows).map((cells) => row(cells, true))
  const body = table.content.slice(headRows).map((cells) => row(cells, false))
  return [
    `<div class="rt-table-scroll" role="region" aria-label="${label}" tabindex="0"><table class="rt-table">`,
    caption && `<caption>${caption}</caption>`,
    head.length > 0 ? `<thead>${head.join('')}</thead>` : '',
    body.length > 0 ? `<tbody>${body.join('')}</tbody>` : '',
    '</table></div>',
  ].join('')
}

/** Rows of nothing but header cells, from the top, that no cell leaves downwards. */
function countHeadRows(rows: readonly TableRow[]): number {
  let count = 0
  for (const { content = [] } of rows) {
    if (content.length === 0 || content.some(({ type, attrs }) => type === 'table_cell' || attrs.rowspan > 1)) break
    count += 1
  }
  return count
}

function cellHtml(cell: TableCell, inHead: boolean, context: Context): string {
  const { colspan, rowspan, align } = cell.attrs
  const attributes = [
    cell.type === 'table_header' && `scope="${scope(inHead, colspan, rowspan)}"`,
    colspan > 1 && `colspan="${colspan}"`,
    rowspan > 1 && `rowspan="${rowspan}"`,
    align && `class="rt-cell-${align}"`,
  ].filter(Boolean)
  const tag = cell.type === 'table_header' ? 'th' : 'td'
  return `<${[tag, ...attributes].join(' ')}>${blocksHtml(cell.content, context)}</${tag}>`
}

function scope(inHead: boolean, colspan: number, rowspan: number): string {
  if (inHead) return colspan > 1 ? 'colgroup' : 'col'
  return rowspan > 1 ? 'rowgroup' : 'row'
}
