import { randomBytes } from 'node:crypto'
import type { FileToSend } from '../http-client.ts'

export const megabyte = 1_048_576
const page = randomBytes(megabyte)

/** A film of so many megabytes that no other equals: its beginning says what it is, the rest is noise. */
export function film(megabytes: number): FileToSend {
  const first = Buffer.from(page)
  first.set(beginning())
  return {
    name: 'filme.mp4',
    type: 'video/mp4',
    size: megabytes * megabyte,
    *bytes() {
      yield first
      for (let n = 1; n < megabytes; n++) yield page
    },
  }
}

/** The same bytes, to be written by hand. */
export function noise(): Buffer {
  const bytes = Buffer.from(page)
  bytes.set(beginning())
  return bytes
}

function beginning(): Buffer {
  const box = Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 'latin1')
  return Buffer.concat([box, randomBytes(64)])
}
