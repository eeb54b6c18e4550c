/** An article of a file in the shape of INLABS: its attributes as they stand, and the words of its text. */
export interface Article {
  readonly attributes: Readonly<Record<string, string>>
  readonly text: string
}

const article = /<article((?:\s+[\w:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*>([\s\S]*?)<\/article>/g

/** The articles of such a file, in its order. No entity of the file itself is followed: only the five of XML, and numbers. */
export function readArticles(file: string): Article[] {
  return [...file.matchAll(article)].map(([, attributes = '', body = '']) => ({
    attributes: Object.fromEntries(
      [...attributes.matchAll(/([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, key = '', double, single]) => [
        key,
        unescaped(double ?? single ?? ''),
      ]),
    ),
    text: wordsOf(/<Texto>([\s\S]*?)<\/Texto>/.exec(body)?.[1] ?? ''),
  }))
}

/** The words of the markup within `<Texto>`: paragraphs and cells end words. */
function wordsOf(markup: string): string {
  const html = markup.includes('<![CDATA[') ? markup.replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1') : unescaped(markup)
  return unescaped(html.replace(/<\/?(?:p|br|td|th|tr|table|div|li)\b[^>]*>/gi, '\n').replace(/<[^>]*>/g, ''))
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{1,10}));/gi, (whole, decimal, hexadecimal, name) => {
    if (name !== undefined) return named[name] ?? whole
    const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16)
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ''
  })
}
