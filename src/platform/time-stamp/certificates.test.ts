import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  ecKey,
  issue,
  pem,
  revoke,
  rsaKey,
  signBytes,
  stampToken,
  type ToIssue,
  type ToSign,
} from '../../../test/support/toy-pki.ts'
import { loadVerifier, type Verifier } from './index.ts'
import { openssl } from './openssl.fixture.ts'

const words = Buffer.from('{"assinante":"Márcia"}')
const now = new Date('2026-03-10T12:00:00Z')
const root = issue(undefined, { name: 'Raiz de Teste', authority: true })
const middle = issue(root, { name: 'AC de Teste', authority: true, pathLength: 0 })
const holder = { name: 'MARCIA DE TESTE:52998224725', cpf: '52998224725' }
const marcia = issue(middle, { ...holder, serial: 77 })
const rsas = issue(middle, { ...holder, key: rsaKey(2048) })
/** Purposes of certificates; with all but the first a person signs. */
const oidOf = {
  server: '2b06010505070301',
  any: '551d2500',
  client: '2b06010505070302',
  mail: '2b06010505070304',
  documents: '2b06010505070324',
}
let verifier: Verifier
beforeAll(async () => {
  verifier = await loadVerifier()
})

const anchorsOf = (...ders: readonly Buffer[]) =>
  verifier.readAnchors(ders.map((bytes, place) => ({ name: `${place}.crt`, bytes })))

describe('a detached signature', () => {
  it('says who signed which bytes with which certificate, and nobody reads a CPF in the name', () => {
    const read = verifier.readSignature(signBytes(marcia, words), words)
    expect(read).toMatchObject({ problem: undefined, name: 'MARCIA DE TESTE', issuer: 'AC de Teste', cpf: holder.cpf })
  })

  it.each<[string, ToSign]>([
    ['with open lengths', { open: true }],
    ['with a longer digest', { digest: 'sha512' }],
    ['with other certificates around', { certificates: [root, middle, marcia] }],
    ['without the statement of its certificate', { stated: null }],
  ])('is read %s', (_how, toSign) => {
    expect(verifier.readSignature(signBytes(marcia, words, toSign), words).problem).toBeUndefined()
  })

  it('is read in PEM, and by RSA', () => {
    const given = Buffer.from(pem('CMS', signBytes(rsas, words)))
    expect(verifier.readSignature(given, words).problem).toBeUndefined()
    expect(verifier.readSignature(signBytes(rsas, words, { pss: 'whole' }), words).problem).toBeUndefined()
  })

  it.each<[string, () => [Buffer, Buffer]]>([
    ['other-bytes', () => [signBytes(marcia, Buffer.from('outra coisa')), words]],
    ['attached', () => [signBytes(marcia, words, { attached: true }), words]],
    ['several-signers', () => [signBytes(marcia, words, { twice: true }), words]],
    ['no-certificate', () => [signBytes(marcia, words, { certificates: [middle] }), words]],
    ['weak-digest', () => [signBytes(marcia, words, { digest: 'sha1' }), words]],
    ['weak-key', () => [signBytes(issue(middle, { ...holder, key: rsaKey(1024) }), words), words]],
    ['weak-digest', () => [signBytes(rsas, words, { pss: 'bare' }), words]],
    ['broken', () => [signBytes(marcia, words, { saidToBe: 'rsa' }), words]],
    ['malformed', () => [signBytes(marcia, words, { without: 'contentType' }), words]],
    ['malformed', () => [signBytes(marcia, words, { without: 'messageDigest' }), words]],
    ['malformed', () => [signBytes(marcia, words, { again: 'messageDigest' }), words]],
    ['malformed', () => [Buffer.concat([signBytes(marcia, words), Buffer.of(0)]), words]],
    ['malformed', () => [signBytes(issue(middle, { ...holder, doubled: true }), words), words]],
    ['malformed', () => [signBytes(issue(middle, { ...holder, outerDigest: 'sha384' }), words), words]],
    ['other-certificate', () => [signBytes(marcia, words, { stated: middle }), words]],
    ['broken', () => [signBytes({ ...marcia, key: ecKey() }, words), words]],
    ['malformed', () => [Buffer.from('não é assinatura'), words]],
    ['malformed', () => [Buffer.alloc(0), words]],
  ])('is refused: %s', (problem, made) => {
    const [cms, bytes] = made()
    expect(verifier.readSignature(cms, bytes)).toEqual({ problem })
  })

  it('made by OpenSSL is read, and its chain is checked', () => {
    const read = verifier.readSignature(Buffer.from(openssl.cms, 'base64'), Buffer.from(openssl.words))
    if (read.problem !== undefined) throw new Error(read.problem)
    expect(read).toMatchObject({ name: 'PESSOA DE TESTE', issuer: 'AC OpenSSL de Teste', cpf: '52998224725' })
    const anchors = verifier.readAnchors([{ name: 'raiz.pem', bytes: Buffer.from(openssl.root) }])
    const check = (at: string) =>
      verifier.checkChain(read.certificate, read.certificates, anchors, new Date(at), 'signing')
    expect(check(openssl.during)).toEqual({ kind: 'trusted', root: 'Raiz OpenSSL de Teste', revocation: 'unchecked' })
    expect(check('2050-01-01T00:00:00Z')).toEqual({ kind: 'refused', why: 'expired' })
  })
})

describe('whatever is sent as a signature', () => {
  const hostile: readonly [string, () => Buffer][] = [
    ['nested half a million deep, open', () => Buffer.alloc(1_000_000, Buffer.of(0x30, 0x80))],
    ['nested as deep as lengths allow', () => nested(5_000)],
    ['half a million empty values', () => long(0x30, Buffer.alloc(999_990, Buffer.of(0x30, 0x00)))],
    [
      'open values side by side',
      () => Buffer.concat([Buffer.of(0x30, 0x80), Buffer.alloc(900_000, Buffer.from('30800000', 'hex'))]),
    ],
    ['a huge length', () => Buffer.from('3084ffffffff06092a864886f70d010702', 'hex')],
    ['a length of more bytes than there are numbers', () => Buffer.from(`30ff${'ff'.repeat(127)}`, 'hex')],
    ['many certificates', () => signBytes(marcia, words, { certificates: Array.from({ length: 500 }, () => middle) })],
    ['a megabyte of PEM that never ends', () => Buffer.from(`-----BEGIN CMS-----\n${'A'.repeat(990_000)}`)],
    ['PEM that begins again and again', () => Buffer.from('-----BEGIN CMS-----\nAAAA\n'.repeat(40_000))],
  ]

  it.each(hostile)('is answered at once: %s', (_what, made) => {
    const bytes = made()
    const began = performance.now()
    expect(verifier.readSignature(bytes, words).problem).toBe('malformed')
    // A hundred milliseconds are the promise; the rest is patience with a busy machine.
    expect(performance.now() - began).toBeLessThan(1_000)
  })

  it('truncated anywhere or changed in any byte, it never throws, and never is somebody else’s', () => {
    const whole = signBytes(marcia, words)
    for (let length = 0; length < whole.length; length++) {
      expect(verifier.readSignature(whole.subarray(0, length), words).problem).toBeDefined()
    }
    const original = JSON.stringify(verifier.readSignature(whole, words))
    const anchors = anchorsOf(root.der, middle.der)
    const unnoticed = [...whole.keys()].filter((place) => {
      const copy = Buffer.from(whole)
      copy[place] = (copy[place] ?? 0) ^ 1
      const read = verifier.readSignature(copy, words)
      if (read.problem !== undefined || JSON.stringify(read) === original) return false
      return verifier.checkChain(read.certificate, read.certificates, anchors, now, 'signing').kind === 'trusted'
    })
    expect(unnoticed).toEqual([])
  })

  it('made of any bytes, it is refused and nothing is thrown', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(verifier.readSignature(Buffer.concat([Buffer.of(0x30), bytes]), words).problem).toBeDefined()
      }),
    )
  })
})

describe('a chain', () => {
  const check = (to: ToIssue, by = middle, anchors = anchorsOf(root.der, middle.der), at = now) =>
    verifier.checkChain(issue(by, to).der, [], anchors, at, 'signing')

  it('leads to a root of the folder, and what was not checked is told', () => {
    expect(check(holder)).toEqual({ kind: 'trusted', root: 'Raiz de Teste', revocation: 'unchecked' })
    expect(verifier.checkChain(marcia.der, [], undefined, now, 'signing')).toEqual({ kind: 'unchecked' })
  })

  it('may come with the signature itself; the root never', () => {
    expect(verifier.checkChain(marcia.der, [middle.der], anchorsOf(root.der), now, 'signing').kind).toBe('trusted')
    const other = issue(undefined, { name: 'Raiz de Teste', authority: true })
    const refused = verifier.checkChain(marcia.der, [middle.der, root.der], anchorsOf(other.der), now, 'signing')
    expect(refused).toEqual({ kind: 'refused', why: 'broken' })
    const stranger = issue(undefined, { name: 'Outra Raiz', authority: true })
    const unknown = verifier.checkChain(marcia.der, [middle.der, root.der], anchorsOf(stranger.der), now, 'signing')
    expect(unknown).toEqual({ kind: 'refused', why: 'no-anchor' })
  })

  it.each<[string, ToIssue]>([
    ['expired', { ...holder, until: new Date('2026-03-10T11:59:59Z') }],
    ['not-yet', { ...holder, from: new Date('2026-03-10T12:00:01Z') }],
    ['purpose', { ...holder, usage: 0x06 }],
    ['purpose', { ...holder, purposes: [oidOf.server] }],
    ['purpose', { ...holder, forTimeStamps: true }],
    ['purpose', { ...holder, usage: 0xc6, authority: true }],
    ['malformed', { ...holder, doubled: true }],
    ['malformed', { ...holder, outerDigest: 'sha384' }],
    ['weak-key', { ...holder, key: rsaKey(1024) }],
    ['weak-digest', { ...holder, digest: 'sha1' }],
    ['unknown-extension', { ...holder, strange: true }],
  ])('is refused: %s', (why, toIssue) => {
    expect(check(toIssue)).toEqual({ kind: 'refused', why })
  })

  it.each(Object.entries(oidOf).filter(([name]) => name !== 'server'))(
    'is fit to sign with, limited to %s',
    (_name, purpose) => {
      expect(check({ ...holder, purposes: [oidOf.server, purpose] }).kind).toBe('trusted')
    },
  )

  it('is judged at a moment, and nothing holds at one that is none', () => {
    expect(check(holder, middle, undefined, new Date('nunca'))).toEqual({ kind: 'refused', why: 'malformed' })
  })

  it('is not found in order in a list made after the certificate had ended: authorities leave out what is over', () => {
    const short = issue(middle, { ...holder, serial: 78, until: new Date('2026-03-15Z') })
    const ofRoot = revoke(root, [], new Date('2026-03-01Z'), new Date('2027-04-01Z'))
    const told = (from: string) => {
      const anchors = anchorsOf(root.der, middle.der, ofRoot, listOf([], from, '2027-01-01'))
      const chain = verifier.checkChain(short.der, [], anchors, now, 'signing')
      return chain.kind === 'trusted' && chain.revocation
    }
    expect(told('2026-03-14')).toBe('checked')
    expect(told('2026-03-16')).toBe('unchecked')
  })

  it('passes through authorities only, and no more of them than they allow', () => {
    const person = issue(middle, { name: 'Pessoa' })
    const anchors = anchorsOf(root.der, middle.der, person.der)
    expect(check(holder, person, anchors)).toEqual({ kind: 'refused', why: 'not-an-authority' })
    const below = issue(middle, { name: 'AC Abaixo', authority: true })
    expect(check(holder, below, anchorsOf(root.der, middle.der, below.der))).toMatchObject({ why: 'not-an-authority' })
    const mute = issue(root, { name: 'AC Muda', authority: true, usage: 0xc0 })
    expect(check(holder, mute, anchorsOf(root.der, mute.der))).toMatchObject({ why: 'not-an-authority' })
  })

  it.each<[string, string, () => Buffer[]]>([
    ['revoked before', 'refused', () => [listOf([{ serial: 77, at: new Date('2026-03-01Z') }])]],
    ['revoked later', 'checked', () => [listOf([{ serial: 77, at: new Date('2026-03-20Z') }], '2026-03-25')]],
    ['in a list of this day', 'checked', () => [listOf([{ serial: 5, at: now }])]],
    ['in an old list', 'unchecked', () => [listOf([], '2026-01-01', '2026-02-01')]],
    [
      'in a list that another signed',
      'unchecked',
      () => [
        revoke(
          { ...middle, key: ecKey() },
          [{ serial: 77, at: new Date('2026-03-01Z') }],
          now,
          new Date('2027-01-01Z'),
        ),
      ],
    ],
    ['with no list of the intermediate authority', 'unchecked', () => []],
  ])('%s: %s', (_what, told, lists) => {
    const ofRoot = told === 'unchecked' ? [] : [revoke(root, [], new Date('2026-03-01Z'), new Date('2026-04-01Z'))]
    const anchors = anchorsOf(root.der, middle.der, ...ofRoot, ...lists())
    const chain = verifier.checkChain(marcia.der, [], anchors, now, 'signing')
    expect(chain.kind === 'trusted' ? chain.revocation : chain.kind).toBe(told)
    if (chain.kind === 'refused') expect(chain.why).toBe('revoked')
  })

  it('of a time-stamp asks for a certificate that stamps', () => {
    const authority = issue(middle, { name: 'ACT de Teste', forTimeStamps: true })
    const read = verifier.readTimeStamp(stampToken(authority, Buffer.alloc(32, 1), now, [middle]))
    expect(read).toMatchObject({ intact: true, imprint: '01'.repeat(32), signer: 'CN=ACT de Teste' })
    const anchors = anchorsOf(root.der)
    const check = (certificate: Uint8Array) =>
      verifier.checkChain(certificate, [middle.der], anchors, now, 'time-stamp')
    expect(check(read?.certificate ?? Buffer.alloc(0)).kind).toBe('trusted')
    expect(check(marcia.der)).toEqual({ kind: 'refused', why: 'purpose' })
  })

  it('of a time-stamp is looked at for words that are a time-stamp only, of one signer with a strong key', () => {
    const authority = issue(middle, { name: 'ACT de Teste', forTimeStamps: true })
    const intact = (token: Buffer) => verifier.readTimeStamp(token)?.intact
    const sha256 = Buffer.alloc(32, 1)
    expect(intact(stampToken(authority, sha256, now))).toBe(true)
    expect(intact(stampToken(authority, sha256, now, [], { kind: '2a864886f70d010701' }))).toBe(false)
    expect(intact(stampToken(authority, sha256, now, [], { twice: true }))).toBe(false)
    const weak = issue(middle, { name: 'ACT fraca', forTimeStamps: true, key: rsaKey(1024) })
    expect(intact(stampToken(weak, sha256, now))).toBe(false)
  })
})

function listOf(revoked: { serial: number; at: Date }[], from = '2026-03-09', until = '2026-04-09'): Buffer {
  return revoke(middle, revoked, new Date(`${from}T00:00:00Z`), new Date(`${until}T00:00:00Z`))
}

function long(tag: number, content: Buffer): Buffer {
  const header = Buffer.from([tag, 0x83, 0, 0, 0])
  header.writeUIntBE(content.length, 2, 3)
  return Buffer.concat([header, content])
}

function nested(depth: number): Buffer {
  let inside: Buffer = Buffer.alloc(0)
  for (let level = 0; level < depth; level++) inside = long(0x30, inside)
  return inside
}
