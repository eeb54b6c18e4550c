/** A stretch of a file, both ends included, counted from zero. */
export interface Stretch {
  readonly first: number
  readonly last: number
}

/**
 * What a `Range` header asks of a file of that size (RFC 9110, 14.2): one stretch, `unsatisfiable` when it lies outside,
 * or undefined when the whole file is the answer: no header, another unit, several stretches, or a header that is wrong.
 */
export function stretchOf(header: string, sizeBytes: number): Stretch | 'unsatisfiable' | undefined {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header.trim())
  const [, from = '', to = ''] = match ?? []
  if (!match || (from === '' && to === '')) return undefined
  if (from === '') {
    const count = Math.min(Number(to), sizeBytes)
    return count === 0 ? 'unsatisfiable' : { first: sizeBytes - count, last: sizeBytes - 1 }
  }
  const first = Number(from)
  const last = to === '' ? sizeBytes - 1 : Math.min(Number(to), sizeBytes - 1)
  if (to !== '' && Number(to) < first) return undefined
  return first >= sizeBytes ? 'unsatisfiable' : { first, last }
}
