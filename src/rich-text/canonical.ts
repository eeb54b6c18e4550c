/**
 * The one way to write a value as JSON: keys in the order of their UTF-16 units, no blanks (RFC 8785). Equal values
 * give equal bytes, whoever wrote them and whichever database carried them, so that digests can be compared.
 *
 * Throws on what JSON cannot carry (a function, NaN, half a surrogate pair): such a value is a bug, not a refusal.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return finite(value)
  if (typeof value === 'string') return wellFormed(value)
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`
  if (typeof value === 'object') return object(value)
  throw new TypeError(`There is no JSON for a ${typeof value}`)
}

function object(value: object): string {
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${wellFormed(key)}:${canonicalJson(member)}`)
  return `{${members.join(',')}}`
}

function finite(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError('There is no JSON for a number that is not finite')
  return JSON.stringify(value)
}

function wellFormed(value: string): string {
  if (!value.isWellFormed()) throw new TypeError('There is no JSON for half a surrogate pair')
  return JSON.stringify(value)
}
