import { open } from 'node:fs/promises'
import { htmlText } from './html-text.ts'
import type { Reading } from './reading.ts'

/** The ways in which texts of public bodies are written, as browsers name them. */
export type Charset = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be'

/**
 * How a text is written, from its first bytes: by its mark (BOM), else UTF-8 when all of it is, else Windows-1252. A last
 * character that was cut in two does not count against UTF-8.
 */
export function charsetOf(bytes: Uint8Array): Charset {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}

/** Text of a text file, as far as the limit goes; of a page, what is read on it. */
export async function readPlain(path: string, extension: string, limitChars: number): Promise<Reading> {
  // No character takes more than four bytes, so one cut in two at the end lies beyond the limit of the text.
  const { bytes, whole } = await readBeginning(path, limitChars * 4)
  const text = new TextDecoder(charsetOf(bytes)).decode(bytes)
  return { text: extension === 'html' ? htmlText(text) : text, method: 'plain', truncated: !whole }
}

async function readBeginning(path: string, limitBytes: number): Promise<{ bytes: Uint8Array; whole: boolean }> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const length = Math.min(size, limitBytes)
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0)
    return { bytes: buffer.subarray(0, bytesRead), whole: size <= limitBytes }
  } finally {
    await file.close()
  }
}
