/** A part of the text that is read at once, and the paragraph in which it stands. */
export interface Passage {
  readonly element: HTMLElement
  readonly text: string
}

const blocks = 'p, li, h1, h2, h3, h4, h5, h6, td, th, dt, dd, caption, figcaption, blockquote, pre, section, div'
/** Some voices stop in the middle of what is longer. */
const longest = 240

/** The text as it stands on the page, sentence by sentence where a paragraph is long. */
export function passagesOf(sheet: HTMLElement): readonly Passage[] {
  const found: { element: HTMLElement; text: string }[] = []
  const walker = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement?.closest<HTMLElement>(blocks) ?? sheet
    const last = found.at(-1)
    if (node.parentElement?.closest('[aria-hidden="true"], [hidden], style, script')) continue
    if (last?.element === element) last.text += node.nodeValue ?? ''
    else found.push({ element, text: node.nodeValue ?? '' })
  }
  return found.flatMap(({ element, text }) => piecesOf(text).map((piece) => ({ element, text: piece })))
}

function piecesOf(text: string): string[] {
  const whole = text.replace(/\s+/g, ' ').trim()
  if (!/[\p{L}\p{N}]/u.test(whole)) return []
  if (whole.length <= longest) return [whole]
  const pieces: string[] = []
  for (const sentence of whole.match(/[^.;:!?]+[.;:!?]*\s*/g) ?? [whole]) {
    const last = pieces.at(-1)
    if (last !== undefined && last.length + sentence.length <= longest) pieces[pieces.length - 1] = last + sentence
    else pieces.push(sentence)
  }
  return pieces.map((piece) => piece.trim()).filter((piece) => /[\p{L}\p{N}]/u.test(piece))
}
