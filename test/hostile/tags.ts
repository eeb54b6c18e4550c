/** A tag as a browser would open it. */
export interface Tag {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  /** What stands between it and the next tag. */
  readonly text: string
}

/**
 * The tags of a page, in order; those that end an element have a stroke before their names. A browser's own parser is asked
 * only for a sample: this one reads a thousand pages in the time that one takes for ten.
 */
export function tagsOf(html: string): Tag[] {
  const tags: Tag[] = []
  const opening = /<(\/?[a-zA-Z][^\s/>]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>|<!--[\s\S]*?-->/g
  let last: { name: string; attributes: Record<string, string>; end: number } | undefined
  const close = (until: number) => {
    if (last) tags.push({ name: last.name, attributes: last.attributes, text: unescaped(html.slice(last.end, until)) })
  }
  for (let match = opening.exec(html); match; match = opening.exec(html)) {
    if (match[1] === undefined) continue
    close(match.index)
    last = { name: match[1].toLowerCase(), attributes: attributesOf(match[2] ?? ''), end: opening.lastIndex }
  }
  close(html.length)
  return tags
}

function attributesOf(text: string): Record<string, string> {
  const attributes: Record<string, string> = Object.create(null)
  for (const [, name = '', double, single, bare] of text.matchAll(
    /([^\s=/"'<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g,
  ))
    attributes[name.toLowerCase()] = unescaped(double ?? single ?? bare ?? '')
  return attributes
}

function unescaped(text: string): string {
  return text
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}
