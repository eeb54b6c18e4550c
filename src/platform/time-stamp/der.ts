const oidSha256 = Buffer.from('0609608648016503040201', 'hex')

/** A TimeStampReq: this SHA-256, this nonce, the certificate wanted in the answer. */
export function timeStampQuery(sha256: Uint8Array, nonce: Uint8Array): Buffer {
  const algorithm = value(0x30, oidSha256, Buffer.from('0500', 'hex'))
  const imprint = value(0x30, algorithm, value(0x04, sha256))
  return value(0x30, Buffer.from('020101', 'hex'), imprint, value(0x02, nonce), Buffer.from('0101ff', 'hex'))
}

/** The token of a TimeStampResp that grants; undefined where it refuses or is none. */
export function readReply(reply: Buffer): Buffer | undefined {
  const whole = split(reply, 0)
  const status = whole && split(reply, whole.start)
  const code = status && split(reply, status.start)
  if (!whole || !status || !code || reply[0] !== 0x30 || reply[code.at] !== 0x02 || code.end !== code.start + 1)
    return undefined
  // 0 granted, 1 granted with modifications; all else refuses.
  if ((reply[code.start] ?? 2) > 1 || status.end >= whole.end) return undefined
  return reply.subarray(status.end, whole.end)
}

/** One value of DER. */
export function value(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(contents)
  const short = content.length < 0x80
  const digits = content.length.toString(16)
  const length = Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex')
  const header = short ? Buffer.of(tag, content.length) : Buffer.concat([Buffer.of(tag, 0x80 + length.length), length])
  return Buffer.concat([header, content])
}

function split(bytes: Buffer, at: number): { at: number; start: number; end: number } | undefined {
  const first = bytes[at + 1]
  if (first === undefined) return undefined
  const count = first > 0x80 ? first - 0x80 : 0
  if (first === 0x80 || count > 4 || at + 2 + count > bytes.length) return undefined
  const length = count > 0 ? bytes.readUIntBE(at + 2, count) : first
  const start = at + 2 + count
  return start + length <= bytes.length ? { at, start, end: start + length } : undefined
}
