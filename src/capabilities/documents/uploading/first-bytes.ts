import type { FileStore } from '../../../platform/files/index.ts'

/** The beginning of a stored file: enough to tell its kind by its content. */
export async function firstBytesOf(files: FileStore, sha256: string, count: number): Promise<Uint8Array> {
  const stream = await files.open(sha256, { first: 0, last: count - 1 })
  if (!stream) return new Uint8Array()
  const pieces: Uint8Array[] = []
  for await (const piece of stream) pieces.push(piece as Uint8Array)
  return Buffer.concat(pieces)
}
