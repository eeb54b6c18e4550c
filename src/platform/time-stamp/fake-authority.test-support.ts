import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { value } from './der.ts'

/** How a false authority errs. */
export type Fault = 'none' | 'refuses' | 'other-hash' | 'other-nonce' | 'broken-signature' | 'rubbish' | 'server-error'

export interface FakeAuthority {
  readonly url: string
  /** What it was asked, in hexadecimal. */
  readonly asked: readonly string[]
  err(fault: Fault): void
  close(): Promise<void>
}

/** A time-stamping authority on the loopback, with a key and a certificate of its own, made by hand in DER. */
export async function openFakeAuthority(): Promise<FakeAuthority> {
  const asked: string[] = []
  let fault: Fault = 'none'
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const certificate = selfSigned(publicKey.export({ type: 'spki', format: 'der' }), (words) =>
    sign('sha256', words, privateKey),
  )
  const server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      const query = Buffer.concat(pieces)
      asked.push(query.toString('hex'))
      if (fault === 'server-error') return response.writeHead(500).end()
      response.writeHead(200, { 'content-type': 'application/timestamp-reply' })
      response.end(fault === 'rubbish' ? Buffer.from('não é DER') : answer(query, fault))
    })
  })
  const answer = (query: Buffer, how: Fault): Buffer => {
    if (how === 'refuses') return value(0x30, value(0x30, integer(2)))
    // The query has one form: hash and nonce stand at the end of it.
    const hash = Buffer.from(query.subarray(query.indexOf(Buffer.from('0420', 'hex')) + 2).subarray(0, 32))
    const nonce = Buffer.from(query.subarray(-11, -3))
    if (how === 'other-hash') hash[0] = (hash[0] ?? 0) ^ 1
    if (how === 'other-nonce') nonce[7] = (nonce[7] ?? 0) ^ 1
    const token = tokenOf(hash, nonce, certificate, (words) => {
      const signature = sign('sha256', words, privateKey)
      if (how === 'broken-signature') signature[signature.length - 1] = (signature.at(-1) ?? 0) ^ 1
      return signature
    })
    return value(0x30, value(0x30, integer(0)), token)
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    asked,
    err: (next) => {
      fault = next
    },
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  }
}

type Signer = (words: Buffer) => Buffer

const sequence = (...parts: Uint8Array[]) => value(0x30, ...parts)
const set = (...parts: Uint8Array[]) => value(0x31, ...parts)
const oid = (hex: string) => value(0x06, Buffer.from(hex, 'hex'))
const integer = (number: number) => value(0x02, Buffer.of(number))
const oids = {
  sha256: '608648016503040201',
  ecdsaWithSha256: '2a8648ce3d040302',
  commonName: '550403',
  signedData: '2a864886f70d010702',
  tstInfo: '2a864886f70d0109100104',
  contentType: '2a864886f70d010903',
  messageDigest: '2a864886f70d010904',
  signingCertificate: '2a864886f70d010910022f',
}
const algorithm = (name: string) => sequence(oid(name))
const name = sequence(set(sequence(oid(oids.commonName), value(0x0c, Buffer.from('Autoridade de teste')))))

function tokenOf(hash: Buffer, nonce: Buffer, certificate: Buffer, signer: Signer): Buffer {
  const info = sequence(
    integer(1),
    oid('2a0304'),
    sequence(algorithm(oids.sha256), value(0x04, hash)),
    integer(7),
    value(0x18, Buffer.from('20260310134200Z')),
    value(0x02, nonce),
  )
  const digest = createHash('sha256').update(info).digest()
  const certificateHash = createHash('sha256').update(certificate).digest()
  const attributes = [
    sequence(oid(oids.contentType), set(oid(oids.tstInfo))),
    sequence(oid(oids.messageDigest), set(value(0x04, digest))),
    sequence(oid(oids.signingCertificate), set(sequence(sequence(sequence(value(0x04, certificateHash)))))),
  ]
  const signerInfo = sequence(
    integer(1),
    sequence(name, integer(1)),
    algorithm(oids.sha256),
    value(0xa0, ...attributes),
    algorithm(oids.ecdsaWithSha256),
    value(0x04, signer(set(...attributes))),
  )
  const signedData = sequence(
    integer(3),
    set(algorithm(oids.sha256)),
    sequence(oid(oids.tstInfo), value(0xa0, value(0x04, info))),
    value(0xa0, certificate),
    set(signerInfo),
  )
  return sequence(oid(oids.signedData), value(0xa0, signedData))
}

function selfSigned(publicKey: Buffer, signer: Signer): Buffer {
  const time = (words: string) => value(0x17, Buffer.from(words))
  const toBeSigned = sequence(
    value(0xa0, integer(2)),
    integer(1),
    algorithm(oids.ecdsaWithSha256),
    name,
    sequence(time('200101000000Z'), time('490101000000Z')),
    name,
    publicKey,
  )
  return sequence(toBeSigned, algorithm(oids.ecdsaWithSha256), value(0x03, Buffer.of(0), signer(toBeSigned)))
}
