/** What a walk tells of: local names, without their prefix. An empty element opens and closes. `false` ends the walk. */
export type XmlVisitor = {
  readonly open: (name: string, tag: string) => boolean | undefined
  readonly close: (name: string) => boolean | undefined
  readonly text: (text: string) => boolean | undefined
}

/**
 * Walks once through the XML of an office document, forgiving one that was cut short. It reads no definitions of
 * entities, so none can swell: a document that has a DOCTYPE, which no office program writes, is not walked at all.
 */
export function walkXml(xml: string, visitor: XmlVisitor): void {
  let at = 0
  while (at < xml.length) {
    const start = xml.indexOf('<', at)
    const end = start < 0 ? xml.length : start
    if (end > at && visitor.text(decodeEntities(xml.slice(at, end))) === false) return
    if (start < 0) return
    const next = walkMarkup(xml, start, visitor)
    if (next === undefined) return
    at = next
  }
}

/** Where the walk goes on after the mark-up that begins here, or `undefined` when it ends. */
function walkMarkup(xml: string, start: number, visitor: XmlVisitor): number | undefined {
  if (xml.startsWith('<!--', start)) return after(xml, '-->', start)
  if (xml.startsWith('<?', start)) return after(xml, '?>', start)
  if (xml.startsWith('<![CDATA[', start)) {
    const end = after(xml, ']]>', start) ?? xml.length + 3
    return visitor.text(xml.slice(start + 9, end - 3)) === false ? undefined : end
  }
  if (xml.startsWith('<!', start)) return undefined
  const end = tagEnd(xml, start)
  if (end === undefined) return undefined
  return walkTag(xml.slice(start + 1, end), visitor) ? end + 1 : undefined
}

function walkTag(tag: string, visitor: XmlVisitor): boolean {
  if (tag.startsWith('/')) return visitor.close(localName(tag.slice(1))) !== false
  const name = localName(tag)
  if (visitor.open(name, tag) === false) return false
  return !tag.endsWith('/') || visitor.close(name) !== false
}

/** Value of an attribute (its full name, with prefix) in the text of a tag. */
export function attributeOf(tag: string, name: string): string | undefined {
  const at = tag.search(new RegExp(`\\s${name}\\s*=`))
  const [, , double, single] = at < 0 ? [] : (/=\s*("([^"]*)"|'([^']*)')/.exec(tag.slice(at)) ?? [])
  const value = double ?? single
  return value === undefined ? undefined : decodeEntities(value)
}

function localName(tag: string): string {
  const name = /^[^\s/>]*/.exec(tag)?.[0] ?? ''
  return name.slice(name.indexOf(':') + 1)
}

/** The end of a tag: the first `>` that is not inside an attribute. */
function tagEnd(xml: string, start: number): number | undefined {
  let quote: string | undefined
  for (let at = start; at < xml.length; at++) {
    const character = xml[at]
    if (quote) quote = character === quote ? undefined : quote
    else if (character === '>') return at
    else if (character === '"' || character === "'") quote = character
  }
  return undefined
}

function after(xml: string, mark: string, from: number): number | undefined {
  const at = xml.indexOf(mark, from)
  return at < 0 ? undefined : at + mark.length
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** Only the five entities of XML, the blank of HTML and characters by number; any other stays as it is written. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi, (whole, decimal, hexadecimal, name) => {
    if (name) return named[name] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
