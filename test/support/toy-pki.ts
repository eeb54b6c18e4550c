import { constants, createHash, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { value } from '../../src/platform/time-stamp/der.ts'

/** A toy hierarchy of certificates in DER, made by hand for tests: nothing of it is trusted anywhere else. */
export interface ToyCertificate {
  readonly der: Buffer
  readonly name: Buffer
  readonly serial: number
  readonly key: KeyObject
}

const sequence = (...parts: Uint8Array[]) => value(0x30, ...parts)
const set = (...parts: Uint8Array[]) => value(0x31, ...parts)
const oid = (hex: string) => value(0x06, Buffer.from(hex, 'hex'))
const integer = (number: number) => value(0x02, Buffer.of(number))
const bits = (bytes: Uint8Array) => value(0x03, Buffer.of(0), bytes)
const octets = (bytes: Uint8Array) => value(0x04, bytes)
const time = (moment: Date) => value(0x18, Buffer.from(`${moment.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`))

const digests = {
  sha1: '2b0e03021a',
  sha256: '608648016503040201',
  sha384: '608648016503040202',
  sha512: '608648016503040203',
} as const
type Digest = keyof typeof digests

const signing: { readonly [kind in 'ec' | 'rsa']: { readonly [digest in Digest]: string } } = {
  ec: { sha1: '2a8648ce3d0401', sha256: '2a8648ce3d040302', sha384: '2a8648ce3d040303', sha512: '2a8648ce3d040304' },
  rsa: {
    sha1: '2a864886f70d010105',
    sha256: '2a864886f70d01010b',
    sha384: '2a864886f70d01010c',
    sha512: '2a864886f70d01010d',
  },
}

const algorithmOf = (key: KeyObject, digest: Digest) =>
  key.asymmetricKeyType === 'ec' ? sequence(oid(signing.ec[digest])) : sequence(oid(signing.rsa[digest]), value(0x05))

export const ecKey = () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
export const rsaKey = (modulusLength: number) => generateKeyPairSync('rsa', { modulusLength }).privateKey

export interface ToIssue {
  readonly name: string
  readonly serial?: number
  readonly key?: KeyObject
  /** Certificates of authorities; the length of the path where it is limited. */
  readonly authority?: boolean
  readonly pathLength?: number
  /** As ICP-Brasil writes it: birth, CPF and zeros. */
  readonly cpf?: string
  /** The bits of the key's usage as one byte: 0xc0 signs, 0x06 issues certificates and lists. */
  readonly usage?: number
  readonly forTimeStamps?: boolean
  /** What the certificate is limited to, in place of that. */
  readonly purposes?: readonly string[]
  /** An extension that stands twice. */
  readonly doubled?: boolean
  /** The algorithm that stands outside of what is signed says another digest. */
  readonly outerDigest?: Digest
  /** A critical extension that nobody knows. */
  readonly strange?: boolean
  readonly from?: Date
  readonly until?: Date
  readonly digest?: Digest
}

let serials = 1

/** A certificate by an issuer, or by itself. In force from 2020 to 2060 unless said otherwise. */
export function issue(by: ToyCertificate | undefined, toIssue: ToIssue): ToyCertificate {
  const { serial = serials++, key = ecKey(), authority = false, digest = 'sha256' } = toIssue
  const name = sequence(set(sequence(oid('550403'), value(0x0c, Buffer.from(toIssue.name)))))
  const issuer = by ?? { name, key }
  const usage = toIssue.usage ?? (authority ? 0x06 : 0xc0)
  const extension = (id: string, content: Uint8Array, critical = false) =>
    sequence(oid(id), ...(critical ? [value(0x01, Buffer.of(0xff))] : []), octets(content))
  const holder = Buffer.from(`01011980${toIssue.cpf}${'0'.repeat(26)}`)
  const purposes = toIssue.purposes ?? (toIssue.forTimeStamps ? ['2b06010505070308'] : [])
  const extensions = [
    extension('551d0f', value(0x03, Buffer.of(0), Buffer.of(usage)), true),
    ...(authority
      ? [
          extension(
            '551d13',
            sequence(
              value(0x01, Buffer.of(0xff)),
              ...(toIssue.pathLength === undefined ? [] : [integer(toIssue.pathLength)]),
            ),
            true,
          ),
        ]
      : []),
    ...(toIssue.cpf
      ? [extension('551d11', sequence(value(0xa0, oid('604c010301'), value(0xa0, octets(holder)))))]
      : []),
    ...(purposes.length > 0 ? [extension('551d25', sequence(...purposes.map(oid)), true)] : []),
    ...(toIssue.doubled ? [extension('551d0f', value(0x03, Buffer.of(0), Buffer.of(0xc0)), true)] : []),
    ...(toIssue.strange ? [extension('2a0304', value(0x05), true)] : []),
  ]
  const algorithm = algorithmOf(issuer.key, digest)
  const signed = sequence(
    value(0xa0, integer(2)),
    integer(serial),
    algorithm,
    issuer.name,
    sequence(time(toIssue.from ?? new Date('2020-01-01Z')), time(toIssue.until ?? new Date('2060-01-01Z'))),
    name,
    publicOf(key),
    value(0xa3, sequence(...extensions)),
  )
  const outer = toIssue.outerDigest ? algorithmOf(issuer.key, toIssue.outerDigest) : algorithm
  const der = sequence(signed, outer, bits(sign(digest, signed, issuer.key)))
  return { der, name, serial, key }
}

/** A list of revoked certificates of an issuer. */
export function revoke(
  by: ToyCertificate,
  revoked: readonly { readonly serial: number; readonly at: Date }[],
  from: Date,
  until: Date,
): Buffer {
  const algorithm = algorithmOf(by.key, 'sha256')
  const entries = revoked.map(({ serial, at }) => sequence(integer(serial), time(at)))
  const signed = sequence(
    integer(1),
    algorithm,
    by.name,
    time(from),
    time(until),
    ...(entries.length > 0 ? [sequence(...entries)] : []),
  )
  return sequence(signed, algorithm, bits(sign('sha256', signed, by.key)))
}

export interface ToSign {
  readonly digest?: Digest
  /** All that goes with the signature; the signer's own certificate unless said otherwise. */
  readonly certificates?: readonly ToyCertificate[]
  /** The certificate that the signed words name (ESS); none where it is null. */
  readonly stated?: ToyCertificate | null
  readonly attached?: boolean
  /** The digest of what is signed, where the bytes themselves are not at hand. */
  readonly digested?: Uint8Array
  readonly twice?: boolean
  /** The kind of key that the algorithm is said to be of, whatever key signs. */
  readonly saidToBe?: 'ec' | 'rsa'
  /** By RSA-PSS; `bare` says none of its parameters, which means SHA-1. */
  readonly pss?: 'whole' | 'bare'
  /** Signed attributes that are left out, or that stand twice. */
  readonly without?: 'contentType' | 'messageDigest'
  readonly again?: 'messageDigest'
  /** With open lengths around everything, as some programs write. */
  readonly open?: boolean
}

/** A CMS over bytes. */
export function signBytes(signer: ToyCertificate, bytes: Uint8Array, toSign: ToSign = {}): Buffer {
  return cmsOf(signer, Buffer.from(bytes), '2a864886f70d010701', { ...toSign, attached: toSign.attached ?? false })
}

/** A detached CMS over bytes of this SHA-256, as a service makes it that never sees them. */
export function signDigest(signer: ToyCertificate, sha256: Uint8Array, toSign: ToSign = {}): Buffer {
  return signBytes(signer, Buffer.alloc(0), { ...toSign, digested: sha256 })
}

/** A time-stamp token (RFC 3161) over a SHA-256. */
export function stampToken(
  signer: ToyCertificate,
  sha256: Uint8Array,
  at: Date,
  others: readonly ToyCertificate[] = [],
  { kind = '2a864886f70d0109100104', twice = false } = {},
) {
  const info = sequence(
    integer(1),
    oid('2a0304'),
    sequence(sequence(oid(digests.sha256)), octets(sha256)),
    integer(7),
    time(at),
  )
  return cmsOf(signer, info, kind, { attached: true, certificates: [signer, ...others], twice })
}

function cmsOf(signer: ToyCertificate, bytes: Buffer, kind: string, toSign: ToSign): Buffer {
  const { digest = 'sha256', certificates = [signer], stated = signer } = toSign
  const hashed = (words: Uint8Array, name: string) => createHash(name).update(words).digest()
  const messageDigest = sequence(oid('2a864886f70d010904'), set(octets(toSign.digested ?? hashed(bytes, digest))))
  const attributes = [
    ...(toSign.without === 'contentType' ? [] : [sequence(oid('2a864886f70d010903'), set(oid(kind)))]),
    ...(toSign.without === 'messageDigest' ? [] : [messageDigest]),
    ...(toSign.again ? [messageDigest] : []),
    ...(stated
      ? [
          sequence(
            oid('2a864886f70d010910022f'),
            set(sequence(sequence(sequence(octets(hashed(stated.der, 'sha256')))))),
          ),
        ]
      : []),
  ]
  const algorithm = sequence(oid(digests[digest]))
  const info = sequence(
    integer(1),
    sequence(issuerIn(signer), integer(signer.serial)),
    algorithm,
    value(0xa0, ...attributes),
    toSign.pss
      ? pssOf(digest, toSign.pss)
      : toSign.saidToBe
        ? sequence(oid(signing[toSign.saidToBe][digest]))
        : algorithmOf(signer.key, digest),
    octets(
      toSign.pss
        ? sign(digest, set(...attributes), {
            key: signer.key,
            padding: constants.RSA_PKCS1_PSS_PADDING,
            saltLength: 32,
          })
        : sign(digest, set(...attributes), signer.key),
    ),
  )
  const wrap = (tag: number, ...parts: Uint8Array[]) =>
    toSign.open ? Buffer.concat([Buffer.of(tag, 0x80), ...parts, Buffer.of(0, 0)]) : value(tag, ...parts)
  const signedData = wrap(
    0x30,
    integer(1),
    set(algorithm),
    wrap(0x30, oid(kind), ...(toSign.attached ? [value(0xa0, octets(bytes))] : [])),
    wrap(0xa0, ...certificates.map(({ der }) => der)),
    set(info, ...(toSign.twice ? [info] : [])),
  )
  return wrap(0x30, oid('2a864886f70d010702'), wrap(0xa0, signedData))
}

function pssOf(digest: Digest, how: 'whole' | 'bare'): Buffer {
  if (how === 'bare') return sequence(oid('2a864886f70d01010a'), sequence())
  const hash = sequence(oid(digests[digest]))
  const mask = sequence(oid('2a864886f70d010108'), hash)
  return sequence(oid('2a864886f70d01010a'), sequence(value(0xa0, hash), value(0xa1, mask), value(0xa2, integer(32))))
}

/** The name of the issuer, as it stands in the certificate: after version, serial number and algorithm. */
function issuerIn({ der }: ToyCertificate): Buffer {
  let place = skipHeader(der, skipHeader(der, 0))
  for (let field = 0; field < 3; field++) place = endOf(der, place)
  return der.subarray(place, endOf(der, place))
}

function skipHeader(bytes: Buffer, at: number): number {
  const first = bytes[at + 1] ?? 0
  return at + 2 + (first > 0x80 ? first - 0x80 : 0)
}

function endOf(bytes: Buffer, at: number): number {
  const first = bytes[at + 1] ?? 0
  const length = first > 0x80 ? bytes.readUIntBE(at + 2, first - 0x80) : first
  return skipHeader(bytes, at) + length
}

function publicOf(key: KeyObject): Buffer {
  return createPublicKey(key).export({ type: 'spki', format: 'der' })
}

/** PEM of certificates (or of lists) as an administrator gets them. */
export function pem(label: 'CERTIFICATE' | 'X509 CRL' | 'CMS', ...ders: readonly Uint8Array[]): string {
  return ders
    .map((der) => {
      const lines =
        Buffer.from(der)
          .toString('base64')
          .match(/.{1,64}/g) ?? []
      return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
    })
    .join('')
}
