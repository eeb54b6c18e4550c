import type { Mark, RichText, Section } from '../../../rich-text/index.ts'

/** What stands in the place of what was hidden: always as wide, so that nobody learns how long it was. */
export const stripe = '█'.repeat(12)

/** What is to be hidden of a text. */
export interface ToHide {
  /** Places of whole passages, as `passagesOf` counts them. */
  readonly passages: ReadonlySet<number>
  /** Words or passages, wherever they stand, whole words only; capitals and spaces do not matter. */
  readonly words: readonly string[]
}

export interface Redacted {
  /** Not yet checked: the sections, all of them locked. */
  readonly sections: readonly Section[]
  readonly stripes: number
  /** Words that stand nowhere. */
  readonly notFound: readonly string[]
}

/** A passage that can be hidden whole: a paragraph, a heading, a picture. */
export interface Passage {
  readonly place: number
  readonly kind: 'text' | 'image'
  readonly text: string
}

interface Node {
  readonly type: string
  readonly attrs?: Readonly<Record<string, unknown>>
  readonly content?: readonly Node[]
  readonly text?: string
  readonly marks?: readonly Mark[]
}

/** The passages of a text in their order, to choose from. Empty paragraphs have a place and are nothing to choose. */
export function passagesOf(content: RichText): Passage[] {
  const passages: Passage[] = []
  let place = -1
  const visit = (node: Node): void => {
    if (isPassage(node)) {
      place += 1
      const isImage = node.type === 'image'
      const text = isImage ? String(node.attrs?.alt ?? '') : wordsIn(node.content ?? [])
      if (isImage || text.trim() !== '') passages.push({ place, kind: isImage ? 'image' : 'text', text })
    } else node.content?.forEach(visit)
  }
  for (const section of content.content) visit(section as unknown as Node)
  return passages
}

/**
 * Takes passages and words out of a text. What is hidden leaves nothing behind, wherever it stood: in the text, across
 * marks, in notes, captions, descriptions of pictures; addresses of links go too, for they tell what the eye does not see.
 */
export function redact(content: RichText, { passages, words }: ToHide): Redacted {
  const patterns = words.map((word) => ({ word, pattern: patternOf(word) }))
  const found = new Set<string>()
  let [place, stripes] = [-1, 0]
  const hides = (text: string) => {
    const hit = patterns.filter(({ pattern }) => text.search(pattern) >= 0)
    for (const { word } of hit) found.add(word)
    return hit.length > 0
  }
  const strike = (): Node => {
    stripes += 1
    return { type: 'text', text: stripe }
  }
  const inlines = (nodes: readonly Node[]): Node[] => {
    const plain = nodes.map((node) => withoutLinks(node))
    const noted = plain.map((node) =>
      node.type === 'footnote' && hides(String(node.attrs?.text ?? '')) ? strike() : node,
    )
    const covered = coveredSigns(noted.map(wordOf).join(''), patterns, found)
    let at = 0
    let open = false
    return noted.flatMap((node): Node[] => {
      const word = wordOf(node)
      const begin = at
      at += word.length
      if (node.type !== 'text') {
        const isCovered = word !== '' && covered.slice(begin, at).some(Boolean)
        const begins = isCovered && !open
        open = isCovered
        if (!isCovered) return [node]
        return begins ? [strike()] : []
      }
      const pieces: Node[] = []
      let kept = ''
      for (let index = 0; index < word.length; index++) {
        if (!covered[begin + index]) {
          kept += word[index]
          open = false
          continue
        }
        if (kept !== '') pieces.push({ ...node, text: kept })
        kept = ''
        if (!open) pieces.push(strike())
        open = true
      }
      if (kept !== '') pieces.push({ ...node, text: kept })
      return pieces
    })
  }
  const visit = (node: Node): Node => {
    if (node.type === 'image') {
      place += 1
      const hidden = hides(String(node.attrs?.alt ?? '')) || passages.has(place)
      return hidden ? { type: 'paragraph', attrs: { style: 'left' }, content: [strike()] } : node
    }
    if (isPassage(node)) {
      place += 1
      const whole = wordsIn(node.content ?? [])
      if (!passages.has(place) || whole.trim() === '') return { ...node, content: inlines(node.content ?? []) }
      hides(whole)
      return { ...node, content: [strike()] }
    }
    const caption = node.type === 'table' ? String(node.attrs?.caption ?? '') : ''
    const attrs = caption !== '' && hides(caption) ? { ...node.attrs, caption: strike().text } : node.attrs
    return { ...node, ...(attrs ? { attrs } : {}), ...(node.content ? { content: node.content.map(visit) } : {}) }
  }
  const sections = content.content.map((section) => {
    const seen = visit(section as unknown as Node) as unknown as Section
    return { ...seen, attrs: { ...seen.attrs, locked: true } }
  })
  return { sections, stripes, notFound: words.filter((word) => !found.has(word)) }
}

/** Whole words, whatever their capitals, whatever white space is between them. */
export function patternOf(word: string): RegExp {
  const escaped = word
    .trim()
    .replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
    .replace(/\s+/g, '\\s+')
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'giu')
}

function coveredSigns(
  text: string,
  patterns: readonly { readonly word: string; readonly pattern: RegExp }[],
  found: Set<string>,
): boolean[] {
  const covered = new Array<boolean>(text.length).fill(false)
  for (const { word, pattern } of patterns) {
    for (const match of text.matchAll(pattern)) {
      found.add(word)
      covered.fill(true, match.index, match.index + match[0].length)
    }
  }
  return covered
}

const isPassage = ({ type }: Node) => type === 'paragraph' || type === 'heading' || type === 'image'

const wordsIn = (nodes: readonly Node[]) => nodes.map(wordOf).join('')

/** What the eye reads of a run. Notes stand elsewhere. */
function wordOf(node: Node): string {
  if (node.type === 'text') return node.text ?? ''
  if (node.type === 'hard_break') return '\n'
  if (node.type === 'variable') return `@${String(node.attrs?.name ?? '')}@`
  return node.type === 'footnote' ? '' : String(node.attrs?.label ?? '')
}

/** Links become their words. */
function withoutLinks(node: Node): Node {
  const marks = (node.marks ?? []).filter(({ type }) => type !== 'link')
  const { marks: _marks, ...bare } = node
  const marked = marks.length > 0 ? { ...bare, marks } : bare
  if (node.type !== 'case_link' && node.type !== 'document_link') return marked
  const text = wordOf(node)
  return text === '' ? { type: 'text', text: stripe } : { type: 'text', text, ...(marks.length > 0 ? { marks } : {}) }
}
