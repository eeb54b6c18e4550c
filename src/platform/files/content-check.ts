import { createHash } from 'node:crypto'
import { pipeline, type Readable, Transform } from 'node:stream'

/** SHA-256, in lower-case hexadecimal, of all that the source gives. */
export async function hashOf(source: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of source) hash.update(piece)
  return hash.digest('hex')
}

/**
 * The same bytes, held back by one piece so that the last one leaves only when the whole gave the expected hash. Who
 * downloads a changed file sees a broken download, never a complete wrong one.
 */
export function checkedStream(source: Readable, sha256: string): Readable {
  const hash = createHash('sha256')
  let held: Uint8Array | undefined
  const check = new Transform({
    transform(piece: Uint8Array, _encoding, passOn) {
      hash.update(piece)
      const previous = held
      held = piece
      passOn(null, previous)
    },
    flush(passOn) {
      if (hash.digest('hex') === sha256) passOn(null, held)
      else passOn(new Error(`stored file ${sha256} no longer has the content that gave it its name`))
    },
  })
  // The error reaches the reader through `check` itself, which pipeline destroys; there is nothing left to do here.
  pipeline(source, check, () => {})
  return check
}
