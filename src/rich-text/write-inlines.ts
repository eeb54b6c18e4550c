import type { Inline, Mark, SimpleMark } from './content.ts'
import type { Kept } from './kept.ts'

const SIGNS: Record<SimpleMark, string> = {
  strong: '**',
  em: '*',
  underline: '__',
  strike: '~~',
  sup: '^^',
  sub: ',,',
}
const MARK_ORDER: readonly SimpleMark[] = ['strong', 'em', 'underline', 'strike', 'sup', 'sub']

/** Runs of a paragraph → plain text with light marks; the reverse of `parseInlines`. */
export function writeInlines(inlines: readonly Inline[] = [], kept: Kept): string {
  const pieces = settleBlanks(inlines.map((inline) => pieceOf(inline, kept)))
  const mayBeLink = inlines.some(
    (inline) =>
      inline.marks?.some(({ type }) => type === 'link') || (inline.type === 'text' && inline.text.includes('](')),
  )
  let [open, href, written]: [readonly SimpleMark[], string | undefined, string] = [[], undefined, '']
  const end: Piece = { text: '', marks: [], href: undefined }
  for (const piece of [...pieces, end]) {
    const { marks } = piece
    written += open
      .filter((mark) => !marks.includes(mark))
      .map((mark) => SIGNS[mark])
      .join('')
    if (href !== piece.href) written += (href ? `](${href})` : '') + (piece.href ? '[' : '')
    written += marks
      .filter((mark) => !open.includes(mark))
      .map((mark) => SIGNS[mark])
      .join('')
    written += piece.isText ? escapeMarks(piece.text, mayBeLink) : piece.text
    open = marks
    href = piece.href
  }
  return written
}

interface Piece {
  readonly text: string
  readonly marks: readonly SimpleMark[]
  readonly href: string | undefined
  readonly isBlank?: boolean
  readonly isText?: boolean
}

function pieceOf(inline: Inline, kept: Kept): Piece {
  const look = appearance(inline.marks)
  switch (inline.type) {
    case 'text':
      return { ...look, text: inline.text, isText: true, isBlank: inline.text.trim() === '' }
    case 'hard_break':
      return { ...look, text: '\n', isBlank: true }
    case 'variable':
      return { ...look, text: `@${inline.attrs.name}@` }
    case 'footnote':
    case 'case_link':
    case 'document_link':
      return { ...look, text: kept.placeholder(inline) }
  }
}

function appearance(marks: readonly Mark[] = []): { marks: readonly SimpleMark[]; href: string | undefined } {
  const link = marks.find((mark) => mark.type === 'link')
  const writable = link?.type === 'link' && !/[()<>]/.test(link.attrs.href)
  return {
    marks: MARK_ORDER.filter((mark) => marks.some(({ type }) => type === mark)),
    href: writable ? link.attrs.href : undefined,
  }
}

/** A mark may not begin or end at a blank, or its signs would not touch a word: blanks wear what both sides wear. */
function settleBlanks(pieces: readonly Piece[]): Piece[] {
  const split = pieces.flatMap((piece) => {
    if (piece.isBlank || piece.marks.length === 0) return [piece]
    const [, before = '', core = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(piece.text) ?? []
    const blank = (text: string): Piece[] => (text ? [{ ...piece, text, isBlank: true }] : [])
    return [...blank(before), { ...piece, text: core }, ...blank(after)]
  })
  return split.map((piece, index) => {
    if (!piece.isBlank) return piece
    const first = split.slice(0, index).findLastIndex(({ isBlank }) => !isBlank)
    const length = split.slice(index).findIndex(({ isBlank }) => !isBlank)
    if (first === -1 || length === -1) return { ...piece, marks: [] }
    const around = split.slice(first, index + length + 1)
    return { ...piece, marks: piece.marks.filter((mark) => around.every(({ marks }) => marks.includes(mark))) }
  })
}

/** Backslashes before what would otherwise be read as a mark, and nowhere else: people must be able to read it. */
function escapeMarks(text: string, mayBeLink: boolean): string {
  return text.replace(/\\|\[|@|\*+|_+|~+|\^+|,+/g, (sign, at: number) => {
    const [before, after] = [text[at - 1], text[at + sign.length]]
    if (sign === '\\') return after === undefined || ESCAPABLE.test(after) ? '\\\\' : sign
    if (sign === '[') return after === '[' || after === undefined || mayBeLink ? '\\[' : sign
    if (sign === '@') return /^[a-z][a-z0-9_]*(@|$)/.test(text.slice(at + 1)) ? '\\@' : sign
    // At the end of a run of text the neighbour is unknown: it may be a sign that would make a mark of this one.
    const isEdge = before === undefined || after === undefined
    const standsAlone = !isEdge && /\s/.test(before) && /\s/.test(after)
    const isMark = sign.startsWith('*') ? sign.length <= 3 : sign.length === 2
    return standsAlone || !(isMark || isEdge) ? sign : sign.replace(/./g, '\\$&')
  })
}

const ESCAPABLE = /[\\*_~^,[\]@#>\-.)|]/
