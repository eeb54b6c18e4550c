import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { crc32Hex, parseCrc } from './crc.rules.ts'
import { formatVerificationCode, parseVerificationCode } from './verification-code.rules.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('the CRC of a document', () => {
  test.each([
    ['', '00000000'],
    ['123456789', 'CBF43926'],
    ['The quick brown fox jumps over the lazy dog', '414FA339'],
    ['a', 'E8B7BE43'],
  ])('of %j is %s', (text, crc) => {
    expect(crc32Hex(bytes(text))).toBe(crc)
  })

  it('is the one that everybody reckons', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (content) => {
        expect(crc32Hex(content)).toBe(crc32(content).toString(16).toUpperCase().padStart(8, '0'))
      }),
    )
  })

  it('changes with any one bit of the content', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 60 }), fc.nat(), (content, at) => {
        const changed = Uint8Array.from(content)
        const place = at % content.length
        changed[place] = (changed[place] ?? 0) ^ (1 << (at % 8))
        expect(crc32Hex(changed)).not.toBe(crc32Hex(content))
      }),
    )
  })

  test.each([
    ['cbf43926', 'CBF43926'],
    [' CBF4 3926 ', 'CBF43926'],
    ['cbf4-3926', 'CBF43926'],
    ['CBF4392', undefined],
    ['CBF439260', undefined],
    ['CBF4392G', undefined],
    ['', undefined],
  ])('typed as %j is understood as %s', (typed, crc) => {
    expect(parseCrc(typed)).toBe(crc)
  })
})

describe('the verification code', () => {
  test.each([
    [1, '0000001'],
    [1_234_567, '1234567'],
    [12_345_678n, '12345678'],
    ['42', '0000042'],
  ])('of document %s is %s', (number, code) => {
    expect(formatVerificationCode(number)).toBe(code)
  })

  test.each([-1, 1.5, Number.NaN, '', 'abc', '1e3'])('of %j there is none', (number) => {
    expect(() => formatVerificationCode(number)).toThrow(RangeError)
  })

  test.each([
    ['0000042', '0000042'],
    [' 42 ', '0000042'],
    ['1.234.567', '1234567'],
    ['12345678v3', '12345678'],
    ['00000000012345678', '12345678'],
    ['0', undefined],
    ['', undefined],
    ['12a', undefined],
    ['1'.repeat(19), undefined],
  ])('typed as %j is understood as %s', (typed, code) => {
    expect(parseVerificationCode(typed)).toBe(code)
  })

  it('is understood as it is written', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 17n }), (number) => {
        expect(parseVerificationCode(formatVerificationCode(number))).toBe(formatVerificationCode(number))
      }),
    )
  })
})
