/** An article of a file in the shape of INLABS: its attributes as they stand, and the words of its text. */
export interface Article {
  readonly attributes: Readonly<Record<string, string>>
  readonly text: string
}

/**
 * The articles of such a file, in its order. No entity of the file itself is followed: only the five of XML, and numbers.
 * Every sign is looked at once, whatever is never closed.
 */
export function readArticles(file: string): Article[] {
  const articles: Article[] = []
  for (let at = file.indexOf('<article'); at >= 0; at = file.indexOf('<article', at + 1)) {
    const { attributes, end } = attributesAt(file, at + '<article'.length)
    if (end === undefined) continue
    const close = file.indexOf('</article>', end)
    if (close < 0) break
    const body = file.slice(end, close)
    articles.push({ attributes, text: wordsOf(between(body, '<Texto>', '</Texto>') ?? '') })
    at = close
  }
  return articles
}

/** The attributes from there on, and where the tag has ended; no end where something else stands among them. */
function attributesAt(file: string, start: number) {
  const [attribute, close] = [/\s+([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y, /\s*>/y]
  const attributes: Record<string, string> = {}
  let at = start
  for (;;) {
    attribute.lastIndex = at
    const found = attribute.exec(file)
    if (!found) break
    const [whole, key = '', double, single] = found
    attributes[key] = unescaped(double ?? single ?? '')
    at += whole.length
  }
  close.lastIndex = at
  return { attributes, end: close.test(file) ? close.lastIndex : undefined }
}

function between(text: string, open: string, close: string): string | undefined {
  const start = text.indexOf(open)
  const end = start < 0 ? -1 : text.indexOf(close, start)
  return end < 0 ? undefined : text.slice(start + open.length, end)
}

/** The words of the markup within `<Texto>`: paragraphs and cells end words. */
function wordsOf(markup: string): string {
  const html = markup.includes('<![CDATA[')
    ? markup.replaceAll('<![CDATA[', '').replaceAll(']]>', '')
    : unescaped(markup)
  const pieces: string[] = []
  for (let at = 0; ; ) {
    const open = html.indexOf('<', at)
    const close = open < 0 ? -1 : html.indexOf('>', open)
    if (close < 0) return unescaped([...pieces, html.slice(at)].join(''))
    pieces.push(html.slice(at, open), endsWords.test(html.slice(open, open + 9)) ? '\n' : '')
    at = close + 1
  }
}

const endsWords = /^<\/?(?:p|br|td|th|tr|table|div|li)\b/i

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{1,10}));/gi, (whole, decimal, hexadecimal, name) => {
    if (name !== undefined) return named[name] ?? whole
    const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16)
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ''
  })
}
