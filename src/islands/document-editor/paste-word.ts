/**
 * Cleans what Word, LibreOffice and web pages put on the clipboard, before the schema takes what it knows: lists that
 * Word writes as paragraphs become lists, formatting written as style becomes elements, and every style, class and
 * comment goes.
 */
export function cleanPastedHtml(html: string): string {
  const page = new DOMParser().parseFromString(defused(html), 'text/html')
  // From our own editor: the classes are ours, and the slice's context must reach ProseMirror.
  if (page.querySelector('[data-pm-slice]')) return html
  const { body } = page
  removeComments(page)
  for (const element of body.querySelectorAll('style,script,meta,link,title,xml')) element.remove()
  makeLists(body)
  for (const element of body.querySelectorAll<HTMLElement>('*')) styleToElements(element)
  for (const element of body.querySelectorAll('*')) {
    if (element.tagName.includes(':')) element.replaceWith(...element.childNodes)
    else for (const { name } of [...element.attributes]) if (!KEPT.has(name)) element.removeAttribute(name)
  }
  return body.innerHTML
}

/**
 * Styles and handlers under another name: the content policy forbids them even in a document that nobody sees, and
 * browsers would complain of each one.
 */
const defused = (html: string): string =>
  html
    .replace(/<style[\s>][\s\S]*?<\/style>/gi, '')
    .replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(/(\s)(style|on[a-z]+)\s*=/gi, '$1data-was-$2='))

const STYLE = 'data-was-style'

const KEPT = new Set(['href', 'src', 'alt', 'colspan', 'rowspan', 'start', 'type', 'align', 'data-style'])

function removeComments(page: Document): void {
  const walker = page.createTreeWalker(page, NodeFilter.SHOW_COMMENT)
  const comments: Node[] = []
  while (walker.nextNode()) comments.push(walker.currentNode)
  for (const comment of comments) comment.parentNode?.removeChild(comment)
}

interface WordItem {
  readonly level: number
  readonly kind: 'ul' | '1' | 'a' | 'I'
  readonly start: number
}

/** Word writes a list as paragraphs of class MsoListParagraph, each with its marker as text in a span of its own. */
function makeLists(body: HTMLElement): void {
  let open: { list: HTMLElement; level: number; kind: string }[] = []
  let last: Element | undefined
  for (const paragraph of body.querySelectorAll<HTMLElement>('p,h1,h2,h3')) {
    const item = wordItem(paragraph)
    if (!item) continue
    if (last === undefined || nextElement(last) !== paragraph) open = []
    while ((open.at(-1)?.level ?? 0) > item.level) open.pop()
    const current = open.at(-1)
    if (current?.level !== item.level || current.kind !== item.kind) {
      if (current?.level === item.level) open.pop()
      const list = paragraph.ownerDocument.createElement(item.kind === 'ul' ? 'ul' : 'ol')
      if (item.kind !== 'ul') list.setAttribute('type', item.kind)
      if (item.kind !== 'ul' && item.start > 1) list.setAttribute('start', String(item.start))
      const parent = open.at(-1)?.list.lastElementChild
      if (parent) parent.append(list)
      else paragraph.before(list)
      open.push({ list, level: item.level, kind: item.kind })
    }
    const entry = paragraph.ownerDocument.createElement('li')
    entry.append(paragraph)
    open.at(-1)?.list.append(entry)
    last = open[0]?.list
  }
}

/** The element after, unless words stand between. */
function nextElement(element: Element): Element | null {
  for (let next = element.nextSibling; next; next = next.nextSibling) {
    if (next instanceof Element) return next
    if (next.textContent?.trim()) return null
  }
  return null
}

/** What kind of item a paragraph of Word is; takes the written marker out of it. */
function wordItem(paragraph: HTMLElement): WordItem | undefined {
  const style = paragraph.getAttribute(STYLE) ?? ''
  const level = /mso-list:[^;]*level(\d+)/i.exec(style)?.[1]
  if (level === undefined) return undefined
  const marker = [...paragraph.querySelectorAll('span')].find((span) =>
    /mso-list:\s*ignore/i.test(span.getAttribute(STYLE) ?? ''),
  )
  const written = (marker?.textContent ?? '').replace(/[\s\u00a0]+/g, '')
  marker?.remove()
  return { level: Number(level), ...kindOf(written) }
}

function kindOf(marker: string): Pick<WordItem, 'kind' | 'start'> {
  const number = /^(\d+)[.)º°-]*$/.exec(marker)?.[1]
  if (number) return { kind: '1', start: Number(number) }
  if (/^[ivxlc]+[.)–-]+$/i.test(marker) && !/^[a-hj-z][.)]/.test(marker)) return { kind: 'I', start: 1 }
  // A single letter "o" is how Word writes a hollow bullet: it has neither point nor bracket.
  const letter = /^([a-z])[.)-]+$/i.exec(marker)?.[1]
  return letter ? { kind: 'a', start: letter.toLowerCase().charCodeAt(0) - 96 } : { kind: 'ul', start: 1 }
}

const ALIGNMENTS: Readonly<Record<string, string>> = {
  center: 'centered',
  right: 'right',
  left: 'left',
  justify: 'justified',
}

/** Bold, italics and the like written as style become the elements that the schema knows. */
function styleToElements(element: HTMLElement): void {
  const style = (element.getAttribute(STYLE) ?? '').toLowerCase()
  const value = (name: string) => new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([^;]+)`).exec(style)?.[1]?.trim() ?? ''
  const align = value('text-align') || (element.getAttribute('align') ?? '')
  if (element.tagName === 'P') element.setAttribute('data-style', ALIGNMENTS[align] ?? 'justified')
  if ((element.tagName === 'TD' || element.tagName === 'TH') && align !== 'justify')
    element.setAttribute('align', align)
  const weight = value('font-weight')
  // Google Docs wraps everything in a <b> that is not bold.
  if (element.tagName === 'B' && /^(normal|[1-4]00)$/.test(weight)) {
    element.replaceWith(...element.childNodes)
    return
  }
  if (element.tagName !== 'SPAN') return
  const wanted = [
    /^(bold|[6-9]00)/.test(weight) && 'strong',
    value('font-style') === 'italic' && 'em',
    /underline/.test(value('text-decoration')) && 'u',
    /line-through/.test(value('text-decoration')) && 's',
    value('vertical-align') === 'super' && 'sup',
    value('vertical-align') === 'sub' && 'sub',
  ].filter((tag) => tag !== false)
  for (const tag of wanted) {
    const wrapper = element.ownerDocument.createElement(tag)
    wrapper.append(...element.childNodes)
    element.append(wrapper)
  }
}
