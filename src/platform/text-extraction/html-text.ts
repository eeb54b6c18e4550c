import { decodeEntities } from './xml-walk.ts'

const unread = ['script', 'style', 'template', 'noscript']

/** The words of a page, in one pass and without building it: for searching, never for showing. */
export function htmlText(html: string): string {
  const pieces: string[] = []
  let at = 0
  while (at < html.length) {
    const start = html.indexOf('<', at)
    if (start < 0) break
    pieces.push(html.slice(at, start))
    at = endOfMarkup(html, start)
    pieces.push(' ')
  }
  pieces.push(html.slice(at))
  return decodeEntities(decodeLetters(pieces.join('')))
}

function endOfMarkup(html: string, start: number): number {
  if (html.startsWith('<!--', start)) return past(html, '-->', start)
  const name = /^<([a-z]+)/i.exec(html.slice(start, start + 12))?.[1]?.toLowerCase()
  const end = past(html, '>', start)
  if (!name || !unread.includes(name)) return end
  const closing = new RegExp(`</${name}`, 'gi')
  closing.lastIndex = end
  const found = closing.exec(html)
  return found ? past(html, '>', found.index) : html.length
}

function past(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from)
  return at < 0 ? html.length : at + mark.length
}

const accents: Readonly<Record<string, string>> = {
  acute: '\u0301',
  cedil: '\u0327',
  circ: '\u0302',
  grave: '\u0300',
  tilde: '\u0303',
  uml: '\u0308',
}

const signs: Readonly<Record<string, string>> = { ordm: 'º', ordf: 'ª', sect: '§', deg: '°', ndash: '–', mdash: '—' }

/** The accented letters and few signs by name that old pages in Portuguese are full of: `a&ccedil;&atilde;o`. */
function decodeLetters(text: string): string {
  return text
    .replace(/&([A-Za-z])(acute|cedil|circ|grave|tilde|uml);/g, (_, letter, accent) =>
      `${letter}${accents[accent]}`.normalize('NFC'),
    )
    .replace(/&(ordm|ordf|sect|deg|[nm]dash);/g, (whole, name) => signs[name] ?? whole)
}
