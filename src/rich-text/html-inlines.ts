import { canonicalJson } from './canonical.ts'
import type { Footnote, Inline, Mark } from './content.ts'
import { escapeHtml } from './escape-html.ts'

export interface InlineContext {
  readonly idPrefix: string
  readonly caseAddress: (number: string) => string
  readonly documentAddress: (number: string) => string
  /** Filled while the text is written; the list at the end is made of it. */
  readonly footnotes: Footnote[]
}

/** Runs of text as HTML; a mark that goes on over several runs is one element, so that a link is announced once. */
export function inlinesHtml(inlines: readonly Inline[] | undefined, context: InlineContext): string {
  const open: Mark[] = []
  let html = ''
  const closeDownTo = (depth: number) => {
    for (const mark of open.splice(depth).reverse()) html += closingTag(mark)
  }
  for (const inline of inlines ?? []) {
    const marks = marksOf(inline)
    const kept = marks.findIndex((mark, index) => !sameMark(mark, open[index]))
    closeDownTo(kept === -1 ? marks.length : kept)
    for (const mark of marks.slice(open.length)) {
      html += openingTag(mark)
      open.push(mark)
    }
    html += inlineHtml(inline, context)
  }
  closeDownTo(0)
  return html
}

/** The list of footnotes, in the order of the text; nothing when there is none. */
export function footnotesHtml({ footnotes, idPrefix }: InlineContext): string {
  if (footnotes.length === 0) return ''
  const items = footnotes.map(({ attrs }, index) => {
    const number = index + 1
    const back = `<a href="#${idPrefix}nota-ref-${number}" role="doc-backlink" aria-label="Voltar ao texto da nota ${number}">↩</a>`
    return `<li id="${idPrefix}nota-${number}">${escapeHtml(attrs.text)} ${back}</li>`
  })
  return `<section class="rt-footnotes" role="doc-endnotes" aria-label="Notas de rodapé"><ol>${items.join('')}</ol></section>`
}

/** What is a link by itself stands in no other: an anchor inside an anchor falls apart in the browser. */
function marksOf(inline: Inline): readonly Mark[] {
  const marks = inline.marks ?? []
  const isAnchor = inline.type === 'case_link' || inline.type === 'document_link' || inline.type === 'footnote'
  return isAnchor ? marks.filter(({ type }) => type !== 'link') : marks
}

function inlineHtml(inline: Inline, context: InlineContext): string {
  switch (inline.type) {
    case 'text':
      return escapeHtml(inline.text)
    case 'hard_break':
      return '<br>'
    case 'footnote': {
      const number = context.footnotes.push(inline)
      const { idPrefix } = context
      return `<sup class="rt-footnote-ref"><a id="${idPrefix}nota-ref-${number}" href="#${idPrefix}nota-${number}" role="doc-noteref" aria-label="Nota ${number}">${number}</a></sup>`
    }
    case 'case_link':
      return byNumber('rt-case', context.caseAddress(inline.attrs.number), inline.attrs)
    case 'document_link':
      return byNumber('rt-document', context.documentAddress(inline.attrs.number), inline.attrs)
    case 'variable':
      return `<span class="rt-variable">@${escapeHtml(inline.attrs.name)}@</span>`
  }
}

const byNumber = (className: string, address: string, { number, label }: { number: string; label: string }): string =>
  `<a class="${className}" href="${escapeHtml(address)}">${escapeHtml(label || number)}</a>`

const TAGS = { strong: 'strong', em: 'em', underline: 'u', strike: 's', sup: 'sup', sub: 'sub', link: 'a' } as const

const openingTag = (mark: Mark): string =>
  mark.type === 'link' ? `<a href="${escapeHtml(mark.attrs.href)}" rel="noopener noreferrer">` : `<${TAGS[mark.type]}>`

const closingTag = (mark: Mark): string => `</${TAGS[mark.type]}>`

const sameMark = (one: Mark, other: Mark | undefined): boolean =>
  other !== undefined && one.type === other.type && canonicalJson(one) === canonicalJson(other)
