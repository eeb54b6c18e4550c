import { createHash } from 'node:crypto'

/**
 * The SHA-256 of what comes, in hexadecimal; undefined when it is more than the limit. Nothing of it is kept: not on the
 * disk, and in memory one piece at a time. All is read, so that who sends gets an answer.
 */
export async function digestOf(source: AsyncIterable<Uint8Array>, limitBytes: number): Promise<string | undefined> {
  const hash = createHash('sha256')
  let size = 0
  for await (const piece of source) {
    size += piece.length
    if (size <= limitBytes) hash.update(piece)
  }
  return size <= limitBytes ? hash.digest('hex') : undefined
}
