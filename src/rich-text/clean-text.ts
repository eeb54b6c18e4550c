/**
 * Characters that nobody types and that harm: control characters (PostgreSQL refuses NUL, PDF text brings others), half
 * surrogate pairs, and the direction overrides by which a text reads otherwise than it is stored. Line ends and tabs
 * become blanks, for a line break is a node.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n|[\t\n\v\f\r\u0085\u2028\u2029]/g, ' ')
    .replace(/\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu, '')
}

/** The same JSON with every string clean, and without the pieces of text of which nothing is left. */
export function cleanStrings(json: unknown): unknown {
  if (typeof json === 'string') return cleanText(json)
  if (Array.isArray(json)) return json.map(cleanStrings).filter((item) => !isEmptyText(item))
  if (typeof json !== 'object' || json === null) return json
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, cleanStrings(value)]))
}

const isEmptyText = (json: unknown): boolean =>
  typeof json === 'object' &&
  json !== null &&
  'text' in json &&
  json.text === '' &&
  'type' in json &&
  json.type === 'text'
