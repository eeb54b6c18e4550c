/** What a page of ours leaves to a picture below its title, in millimetres. */
const room = { width: 160, height: 185 }

/**
 * How wide a picture is drawn, as a percentage of the text, so that all of it stands on the page with its title. Where
 * the size is not known, narrow enough for the photograph of a telephone held upright.
 */
export function pictureWidth(bytes: Uint8Array): number {
  const size = sizeOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  if (!size || size.width === 0 || size.height === 0) return 60
  const ratio = size.turnable ? Math.max(size.height / size.width, size.width / size.height) : size.height / size.width
  return Math.max(5, Math.min(100, Math.floor((100 * room.height) / (ratio * room.width))))
}

interface Size {
  readonly width: number
  readonly height: number
  /** Its own marks may turn it on its side when it is drawn. */
  readonly turnable: boolean
}

function sizeOf(file: Buffer): Size | undefined {
  if (file.length < 30) return undefined
  const upright = (width: number, height: number): Size => ({ width, height, turnable: false })
  if (file.toString('latin1', 1, 4) === 'PNG') return upright(file.readUInt32BE(16), file.readUInt32BE(20))
  if (file.toString('latin1', 0, 3) === 'GIF') return upright(file.readUInt16LE(6), file.readUInt16LE(8))
  if (file.toString('latin1', 8, 12) === 'WEBP') {
    return file.toString('latin1', 12, 16) === 'VP8X'
      ? upright(file.readUIntLE(24, 3) + 1, file.readUIntLE(27, 3) + 1)
      : undefined
  }
  return file.readUInt16BE(0) === 0xffd8 ? jpegSize(file) : undefined
}

/** Walks the segments of a JPEG to the one that begins the picture (SOF0 to SOF15, without DHT, JPG and DAC). */
function jpegSize(file: Buffer): Size | undefined {
  let at = 2
  while (at + 9 < file.length && file[at] === 0xff) {
    const marker = file[at + 1] ?? 0
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { width: file.readUInt16BE(at + 7), height: file.readUInt16BE(at + 5), turnable: true }
    }
    at += marker === 0xff ? 1 : 2 + file.readUInt16BE(at + 2)
  }
  return undefined
}
