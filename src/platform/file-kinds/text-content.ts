/** Kind of a text by how it begins, or `undefined` when the bytes are no clean text in UTF-8, UTF-16 or Windows-1252. */
export function textContentOf(bytes: Uint8Array): 'text' | 'xml' | 'html' | 'svg' | 'rtf' | undefined {
  const text = cleanText(bytes)
  if (text === undefined) return undefined
  const beginning = withoutProlog(text)
  if (/^<(?:\w+:)?svg[\s>/]/i.test(beginning)) return 'svg'
  if (/^<(?:!doctype\s+html|(?:html|head|body|script|title|meta|style|iframe)[\s>/])/i.test(beginning)) return 'html'
  if (/^<!doctype\s+svg/i.test(beginning)) return 'svg'
  if (/^\s*<\?xml\s/.test(text) || /^<[A-Za-z_][\w.-]*(?::[\w.-]+)?[\s>/]/.test(beginning)) return 'xml'
  return beginning.startsWith('{\\rtf') ? 'rtf' : 'text'
}

/** The text after its declaration, comments and blanks: the first thing that says what it is. */
function withoutProlog(text: string): string {
  let rest = text.trimStart()
  for (;;) {
    const end = rest.startsWith('<?xml') ? '?>' : rest.startsWith('<!--') ? '-->' : undefined
    const at = end === undefined ? -1 : rest.indexOf(end)
    if (end === undefined || at < 0) return rest
    rest = rest.slice(at + end.length).trimStart()
  }
}

function cleanText(bytes: Uint8Array): string | undefined {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined
  const text = encoding ? decode(bytes, encoding) : (decode(bytes, 'utf-8') ?? decode(bytes, 'windows-1252'))
  return text === undefined || hasControlCharacters(text) ? undefined : text
}

/** `stream` forgives a last character that the limit of the first bytes cut in two. */
function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return undefined
  }
}

/** Tab, line ends, form feed and the end mark of old DOS files are the only control characters of a text. */
function hasControlCharacters(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code < 0x20 && !(code >= 0x09 && code <= 0x0d) && code !== 0x1a) return true
    if (code === 0x7f) return true
  }
  return false
}
