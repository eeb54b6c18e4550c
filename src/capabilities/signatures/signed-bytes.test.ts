import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { doc, section } from '../../rich-text/index.ts'
import { crcOf, isOfDocument, type Statement, signedText, statementSha256 } from './signed-bytes.ts'

const envelope = {
  number: '0000123',
  caseNumber: '00110.000001/2026-10',
  type: 'Ofício 12/2026',
  unit: 'PROT',
  agency: 'SET/RN',
  datedOn: '2026-03-02',
}
const content = doc(section('corpo', 'body', 'Comunico a Vossa Senhoria.'))

describe('the signed bytes', () => {
  it('begin with the content, which lets the database find it in them', () => {
    expect(signedText(envelope, content).startsWith('{"conteudo":{')).toBe(true)
  })

  it('name their document and case file after it', () => {
    const text = signedText(envelope, content)
    const rest = Buffer.from(text.slice(text.indexOf(',"data":')))
    expect(isOfDocument(rest, envelope)).toBe(true)
    expect(isOfDocument(rest, { ...envelope, number: '0000124' })).toBe(false)
    expect(isOfDocument(rest, { ...envelope, caseNumber: '00110.000002/2026-10' })).toBe(false)
  })

  it('whatever stands in their place is of no document, and harms nobody', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => !isOfDocument(bytes, envelope)))
    for (const text of ['}', ',"formato":1}', '', ',"numero":"0000123"}']) {
      expect(isOfDocument(Buffer.from(text), envelope)).toBe(false)
    }
  })
})

describe('a statement', () => {
  const statement: Statement = {
    number: '0000123',
    kind: 'signature',
    version: 2,
    accountId: '7',
    signerName: 'Ana Assessora',
    capacity: 'Assessor',
    unitAcronym: 'ASSES',
    agencyAcronym: 'SET/RN',
    method: 'password',
    sha256: 'ab'.repeat(32),
    signedAt: new Date('2026-03-02T13:00:00Z'),
  }

  it.each<[string, Partial<Statement>]>([
    ['the document', { number: '0000124' }],
    ['the kind', { kind: 'certification' }],
    ['the version', { version: 3 }],
    ['the account', { accountId: '8' }],
    ['one letter of the name', { signerName: 'Ana Assessore' }],
    ['the capacity', { capacity: 'Assessora' }],
    ['the unit', { unitAcronym: 'GS' }],
    ['the agency', { agencyAcronym: 'SEPLAG/RJ' }],
    ['the hash', { sha256: 'ac'.repeat(32) }],
    ['one millisecond', { signedAt: new Date('2026-03-02T13:00:00.001Z') }],
  ])('has another hash when %s changes', (_what, change) => {
    expect(statementSha256({ ...statement, ...change })).not.toBe(statementSha256(statement))
  })

  it('cannot be read in two ways: words do not run into each other', () => {
    const one = { ...statement, signerName: 'Ana","cargo":"X', capacity: 'Y' }
    const other = { ...statement, signerName: 'Ana', capacity: 'X' }
    expect(statementSha256(one)).not.toBe(statementSha256(other))
  })
})

describe('R5 the CRC', () => {
  const hashes = fc.array(
    fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex')),
    { minLength: 1, maxLength: 5 },
  )

  it('is eight figures of what is signed and of each signature in its order', () => {
    fc.assert(
      fc.property(hashes, ([sha256 = '', ...statements]) => {
        expect(crcOf(sha256, statements)).toMatch(/^[0-9A-F]{8}$/)
        expect(crcOf(sha256, [...statements, sha256])).not.toBe(crcOf(sha256, statements))
      }),
    )
  })
})
