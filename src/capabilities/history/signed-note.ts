import { createHash, createPublicKey, verify } from 'node:crypto'
import { type LogKey, originOf } from './log-key.ts'

/** What the log was at one moment. */
export interface Head {
  /** How many seals it held. */
  readonly size: number
  readonly root: Uint8Array
  readonly at: Date
}

/**
 * A head as a signed note: the checkpoint of C2SP, which any witness of transparency logs reads. Origin, size and root in
 * lines of their own, the moment as an extension line, an empty line, and the signature.
 */
export function signedNote(key: LogKey, head: Head): string {
  const text = `${key.origin}\n${head.size}\n${Buffer.from(head.root).toString('base64')}\nem ${head.at.toISOString()}\n`
  const signature = Buffer.concat([keyHash(key.publicKey), key.sign(text)]).toString('base64')
  return `${text}\n— ${key.origin} ${signature}\n`
}

/** The head that a note tells of, or undefined where it is no note of this key. */
export function readNote(publicKey: Uint8Array, note: string): Head | undefined {
  const end = note.indexOf('\n\n')
  const text = note.slice(0, end + 1)
  const [origin, size = '', root = '', at = '', ...rest] = text.split('\n')
  const line = /^— (\S+) ([A-Za-z0-9+/=]+)\n$/.exec(note.slice(end + 2))
  const signature = Buffer.from(line?.[2] ?? '', 'base64')
  const known =
    end > 0 &&
    origin === originOf(publicKey) &&
    line?.[1] === origin &&
    /^\d{1,15}$/.test(size) &&
    rest.join('') === '' &&
    signature.length === 68 &&
    signature.subarray(0, 4).equals(keyHash(publicKey))
  if (!known) return undefined
  const key = createPublicKey({ key: Buffer.from(publicKey), type: 'spki', format: 'der' })
  if (!verify(null, Buffer.from(text), key, signature.subarray(4))) return undefined
  return { size: Number(size), root: Buffer.from(root, 'base64'), at: new Date(at.slice(3)) }
}

/** Of the signed-note format: SHA-256 of name, newline, 1 (Ed25519) and the bare key; its first four bytes. */
function keyHash(publicKey: Uint8Array): Buffer {
  const bare = publicKey.subarray(-32)
  return createHash('sha256')
    .update(`${originOf(publicKey)}\n`)
    .update(Uint8Array.of(1))
    .update(bare)
    .digest()
    .subarray(0, 4)
}
