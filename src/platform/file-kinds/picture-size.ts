/** Points of a picture, as its own head declares them. */
export interface Pixels {
  readonly width: number
  readonly height: number
}

/** The size that a PNG, GIF, WebP or JPEG declares, without unpacking it; undefined where it declares none. */
export function pictureSize(bytes: Uint8Array): Pixels | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.length < 30) return undefined
  if (file.subarray(1, 4).toString('latin1') === 'PNG')
    return { width: file.readUInt32BE(16), height: file.readUInt32BE(20) }
  if (file.subarray(0, 3).toString('latin1') === 'GIF')
    return { width: file.readUInt16LE(6), height: file.readUInt16LE(8) }
  if (file.subarray(8, 12).toString('latin1') === 'WEBP') return webpSize(file)
  return file.readUInt16BE(0) === 0xffd8 ? jpegSize(file) : undefined
}

/** The three forms of WebP (RFC 9649): lossy, lossless and extended. */
function webpSize(file: Buffer): Pixels | undefined {
  switch (file.subarray(12, 16).toString('latin1')) {
    case 'VP8 ':
      return { width: file.readUInt16LE(26) & 0x3fff, height: file.readUInt16LE(28) & 0x3fff }
    case 'VP8L': {
      const bits = file.readUInt32LE(21)
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case 'VP8X':
      return { width: file.readUIntLE(24, 3) + 1, height: file.readUIntLE(27, 3) + 1 }
    default:
      return undefined
  }
}

/** Walks the segments of a JPEG to the one that begins the picture (SOF0 to SOF15, without DHT, JPG and DAC). */
function jpegSize(file: Buffer): Pixels | undefined {
  let at = 2
  while (at + 9 < file.length && file[at] === 0xff) {
    const marker = file[at + 1] ?? 0
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { height: file.readUInt16BE(at + 5), width: file.readUInt16BE(at + 7) }
    at += marker === 0xff ? 1 : 2 + file.readUInt16BE(at + 2)
  }
  return undefined
}
