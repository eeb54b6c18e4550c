const limitBytes = 200

/**
 * A file name that is safe to show, to send in a header and to write into a ZIP, close to the one given: accents stay;
 * folders, control and invisible characters, marks that turn the direction of reading, and what Windows cannot write go.
 * At most 200 bytes of UTF-8, the extension kept. Made safe twice, a name stays the same.
 */
export function safeFileName(name: string): string {
  const cleaned = name
    .replace(/^.*[/\\]/s, '')
    .slice(-1000)
    .toWellFormed()
    .normalize('NFC')
    // Format characters (Cf) hold the marks of direction and of zero width; Cc, the control characters.
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\uFFFD\u115F\u1160\u3164\uFFA0]/gu, ' ')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
  const trimmed = trimEnds(shorten(trimEnds(cleaned)))
  if (trimmed === '') return 'arquivo'
  return /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(trimmed) ? `_${trimmed}` : trimmed
}

/** Windows drops dots and blanks at the end; a dot in front hides a file elsewhere. */
function trimEnds(name: string): string {
  return name.replace(/^[\s.]+|[\s.]+$/g, '')
}

function shorten(name: string): string {
  // Room for the mark put before names that Windows reserves.
  const limit = limitBytes - 1
  if (Buffer.byteLength(name) <= limit) return name
  const extension = /\.[^.\s]{1,16}$/.exec(name)?.[0] ?? ''
  const kept = [...name.slice(0, name.length - extension.length)]
  let size = Buffer.byteLength(kept.join('')) + Buffer.byteLength(extension)
  while (size > limit) size -= Buffer.byteLength(kept.pop() ?? '')
  return trimEnds(kept.join('')) + extension
}
