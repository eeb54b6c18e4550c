import { randomBytes } from 'node:crypto'
import { readReply, timeStampQuery } from './der.ts'
import { loadVerifier } from './verifier.ts'

export { openAnchors } from './anchors.ts'
export {
  type ChainVerdict,
  loadVerifier,
  type SignatureProblem,
  type SignatureRead,
  type TimeStampRead,
  type TrustAnchors,
  type Verifier,
  verifierFile,
} from './verifier.ts'

/** Answers a time-stamp token over the SHA-256. Rejects when the authority does not answer in order. */
export type TimeStamper = (sha256: Uint8Array) => Promise<Uint8Array>

const patienceMs = 15_000
const largestReply = 100_000

/**
 * A client of one time-stamping authority (RFC 3161 over HTTP). What it answers is believed only when it is of this
 * question (same hash, same nonce) and its own signature holds. Nothing but a hash ever leaves.
 */
export function openTimeStamper(url: string): TimeStamper {
  return async (sha256) => {
    // The first bit clear and the second set: one form in DER, and never a leading zero.
    const nonce = randomBytes(8)
    nonce[0] = ((nonce[0] ?? 0) & 0x7f) | 0x40
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
      body: new Uint8Array(timeStampQuery(sha256, nonce)),
      signal: AbortSignal.timeout(patienceMs),
      redirect: 'error',
    })
    if (!response.ok) throw new Error(`the time-stamping authority answered ${response.status}`)
    const reply = Buffer.from(await response.arrayBuffer())
    if (reply.length > largestReply) throw new Error('the time-stamping authority answered too much')
    const token = readReply(reply)
    if (!token) throw new Error('the time-stamping authority refused')
    const read = (await loadVerifier()).readTimeStamp(token)
    const ours = read?.imprint === Buffer.from(sha256).toString('hex') && read.nonce === nonce.toString('hex')
    if (!read?.intact || !ours) throw new Error('the time-stamp is not of what was asked, or is broken')
    return token
  }
}
