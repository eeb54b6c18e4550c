import { fstatSync, readSync } from 'node:fs'
import { Inflate } from 'fflate'

export type ZipEntry = {
  readonly name: string
  readonly method: number
  readonly size: number
  readonly offset: number
}

/** One part may open out to 64 MB, all together to 128 MB, and none to 300 times its size once it passes 2 MB. */
const limits = { entries: 10_000, directoryBytes: 16_000_000, partBytes: 64_000_000, allBytes: 128_000_000, ratio: 300 }

/** The entries by the directory at the end of a ZIP. Throws when there is none, or it goes beyond all measure. */
export function zipEntries(file: number): ZipEntry[] {
  const { size } = fstatSync(file)
  const tail = readAt(file, Math.max(0, size - 65_557), Math.min(size, 65_557))
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > tail.length) throw new Error('no ZIP directory')
  const count = tail.readUInt16LE(end + 10)
  const directorySize = tail.readUInt32LE(end + 12)
  if (count > limits.entries || directorySize > limits.directoryBytes) throw new Error('ZIP directory beyond measure')
  return readDirectory(readAt(file, tail.readUInt32LE(end + 16), directorySize), count)
}

function readDirectory(directory: Buffer, count: number): ZipEntry[] {
  const entries: ZipEntry[] = []
  let at = 0
  while (entries.length < count && at + 46 <= directory.length && directory.readUInt32LE(at) === 0x02014b50) {
    const nameEnd = at + 46 + directory.readUInt16LE(at + 28)
    entries.push({
      name: directory.toString('utf8', at + 46, nameEnd).replaceAll('\\', '/'),
      method: directory.readUInt16LE(at + 10),
      size: directory.readUInt32LE(at + 20),
      offset: directory.readUInt32LE(at + 42),
    })
    at = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

/**
 * A reader of the parts of one ZIP that counts what comes out of it, whatever its directory claims. A part beyond the
 * limits is given as far as they go; one that swells like a bomb, or is damaged, as nothing.
 */
export function zipReader(file: number): { readText: (entry: ZipEntry) => string; wasCut: () => boolean } {
  let left = limits.allBytes
  let cut = false
  const readText = (entry: ZipEntry) => {
    const { bytes, whole } = readPart(file, entry, Math.min(limits.partBytes, left))
    left -= bytes.length
    cut ||= !whole
    return decodeXml(bytes)
  }
  return { readText, wasCut: () => cut }
}

function readPart(file: number, entry: ZipEntry, limitBytes: number): { bytes: Uint8Array; whole: boolean } {
  const header = readAt(file, entry.offset, 30)
  if (header.length < 30 || header.readUInt32LE(0) !== 0x04034b50) return { bytes: new Uint8Array(), whole: false }
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  if (entry.method === 0) {
    return { bytes: readAt(file, start, Math.min(entry.size, limitBytes)), whole: entry.size <= limitBytes }
  }
  if (entry.method !== 8) return { bytes: new Uint8Array(), whole: false }
  return inflate(file, start, entry.size, limitBytes)
}

function inflate(file: number, start: number, size: number, limitBytes: number): { bytes: Uint8Array; whole: boolean } {
  const pieces: Uint8Array[] = []
  let produced = 0
  const inflating = new Inflate((piece) => {
    pieces.push(piece)
    produced += piece.length
  })
  // Small pieces: one of them can swell a thousandfold before the count is looked at again.
  const step = 16_384
  for (let at = 0; at < size; at += step) {
    const piece = readAt(file, start + at, Math.min(step, size - at))
    if (piece.length === 0) break
    inflating.push(piece, at + step >= size)
    if (produced > 2_000_000 && produced > limits.ratio * (at + piece.length))
      return { bytes: new Uint8Array(), whole: false }
    if (produced > limitBytes) return { bytes: Buffer.concat(pieces).subarray(0, limitBytes), whole: false }
  }
  return { bytes: Buffer.concat(pieces), whole: true }
}

function decodeXml(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

function readAt(file: number, position: number, length: number): Buffer {
  const buffer = Buffer.alloc(length)
  return buffer.subarray(0, readSync(file, buffer, 0, length, position))
}
