/**
 * The CRC-32 of the bytes in eight upper-case hexadecimal digits, as people read it in the footer of a signed document
 * (DOC-065). It is no security code: what proves the content is the SHA-256 beside it (DOC-066).
 */
export function crc32Hex(bytes: Uint8Array): string {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (table[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return ((crc ^ 0xffffffff) >>> 0).toString(16).toUpperCase().padStart(8, '0')
}

/** What somebody typed as CRC, in its one form; undefined where it is none. Spaces and hyphens do not matter. */
export function parseCrc(text: string): string | undefined {
  const bare = text.replace(/[\s-]/g, '').toUpperCase()
  return /^[0-9A-F]{8}$/.test(bare) ? bare : undefined
}

/** The reversed polynomial of IEEE 802.3, applied to each possible byte. */
const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte
  for (let bit = 0; bit < 8; bit += 1) remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1
  return remainder
})
