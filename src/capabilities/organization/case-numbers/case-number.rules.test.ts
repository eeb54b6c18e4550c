import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  digitsOf,
  formatCaseNumber,
  hasValidCheckDigits,
  type Mask,
  matchesMask,
  parseMask,
} from './case-number.rules.ts'

const federal = mask('@unidade:5@.@sequencia:6@/@ano:4@-@dv:federal@')
const nipe = mask('17.@orgao:3@@unidade:3@.@sequencia:6@/@ano:4@-@dv:federal@')
const minas = mask('@orgao:4@.@unidade:2@.@sequencia:7@/@ano:4@-@dv:mod97@')
const rio = mask('SEI-@orgao:2@@unidade:4@/@sequencia:6@/@ano:4@')
const saoPaulo = mask('@unidade:4@.@ano:4@/@sequencia:7@-@dv:mod11-1@')

describe('numbers found in the gazettes come out as they are', () => {
  test.each([
    // PRO-003.
    [federal, '', '82667', 9, 2018, '82667.000009/2018-89'],
    [federal, '', '82667', 4, 2019, '82667.000004/2019-37'],
    [federal, '', '50300', 18905, 2018, '50300.018905/2018-67'],
    [federal, '', '52402', 12075, 2022, '52402.012075/2022-28'],
    [federal, '', '52402', 9002, 2024, '52402.009002/2024-11'],
    [federal, '', '135', 221499, 2020, '00135.221499/2020-13'],
    [federal, '', '08650', 66186, 2022, '08650.066186/2022-31'],
    [federal, '', '190', 103008, 2020, '00190.103008/2020-99'],
    // PRO-005, PRO-007 and PRO-006.
    [nipe, '137', '001', 1, 2026, '17.137001.000001/2026-21'],
    [minas, '1400', '1', 70128, 2023, '1400.01.0070128/2023-62'],
    [rio, '12', '1', 4651, 2022, 'SEI-120001/004651/2022'],
    // City of São Paulo: published numbers; the last two have the remainders 1 and 0, which both give 0.
    [saoPaulo, '', '6074', 902, 2022, '6074.2022/0000902-7'],
    [saoPaulo, '', '6068', 2717, 2019, '6068.2019/0002717-5'],
    [saoPaulo, '', '1010', 2563, 2022, '1010.2022/0002563-1'],
    [saoPaulo, '', '1010', 4560, 2023, '1010.2023/0004560-0'],
    [saoPaulo, '', '6066', 7712, 2019, '6066.2019/0007712-0'],
  ])('%#: %s', (theMask, agencyCode, unitCode, sequence, year, number) => {
    expect(formatCaseNumber(theMask, { agencyCode, unitCode, sequence, year })).toEqual({ done: true, value: number })
    expect(matchesMask(theMask, number)).toBe(true)
    expect(hasValidCheckDigits(theMask, number)).toBe(true)
    expect(hasValidCheckDigits(theMask, digitsOf(number))).toBe(true)
  })
})

describe('an informed number', () => {
  it('with a wrong check digit has the form but is not valid', () => {
    expect(matchesMask(federal, '82667.000009/2018-88')).toBe(true)
    expect(hasValidCheckDigits(federal, '82667.000009/2018-88')).toBe(false)
  })

  test.each([
    '82667000009201889',
    '82667.000009/2018',
    '82667-000009/2018-89',
    '82667.00009/2018-89',
    ' 82667.000009/2018-89',
  ])('%j is not in the form of the mask', (number) => expect(matchesMask(federal, number)).toBe(false))

  it('of another length has no valid check digits', () => {
    expect(hasValidCheckDigits(federal, '2667.000009/2018-89')).toBe(false)
    expect(hasValidCheckDigits(federal, '')).toBe(false)
  })

  it('without check digits in the mask is valid when it has the digits', () => {
    expect(hasValidCheckDigits(rio, 'SEI-120001/004651/2022')).toBe(true)
    expect(hasValidCheckDigits(rio, 'SEI-120001/04651/2022')).toBe(false)
  })

  it('does not take literal characters for a pattern', () => {
    expect(matchesMask(mask('P.(@sequencia:3@)+/@ano:2@'), 'P.(007)+/26')).toBe(true)
    expect(matchesMask(mask('P.(@sequencia:3@)+/@ano:2@'), 'Px007/26')).toBe(false)
  })

  it('has its check digits found in the middle too', () => {
    const middle = mask('@sequencia:6@-@dv:federal@/@ano:4@')
    const made = formatCaseNumber(middle, { agencyCode: '', unitCode: '', sequence: 42, year: 2026 })
    expect(made.done && hasValidCheckDigits(middle, made.value)).toBe(true)
  })
})

describe('a number is refused', () => {
  const parts = { agencyCode: '12', unitCode: '1', sequence: 1, year: 2026 }

  test.each([
    [{ sequence: 1_000_000 }, [{ kind: 'sequence-exhausted', sequence: 1_000_000, digits: 6 }]],
    [{ unitCode: '' }, [{ kind: 'code-not-digits', of: 'unit', code: '' }]],
    [{ agencyCode: 'SF' }, [{ kind: 'code-not-digits', of: 'agency', code: 'SF' }]],
    [{ unitCode: '12345' }, [{ kind: 'code-too-long', of: 'unit', code: '12345', digits: 4 }]],
  ])('with %j', (change, refusals) => {
    expect(formatCaseNumber(rio, { ...parts, ...change })).toEqual({ done: false, refusals })
  })

  it('for all the reasons at once', () => {
    const outcome = formatCaseNumber(rio, { ...parts, agencyCode: '123', sequence: 1_000_000 })
    expect(!outcome.done && outcome.refusals.map(({ kind }) => kind)).toEqual(['code-too-long', 'sequence-exhausted'])
  })

  test.each([0, -1, 1.5, Number.NaN])('never silently with the sequence %d, which is a bug', (sequence) => {
    expect(() => formatCaseNumber(rio, { ...parts, sequence })).toThrow(RangeError)
  })

  it('but not at the last number of the year', () => {
    expect(formatCaseNumber(rio, { ...parts, sequence: 999_999 })).toMatchObject({ value: 'SEI-120001/999999/2026' })
  })
})

describe('a mask is refused', () => {
  test.each([
    ['@sequencia:6@/@ano:4', [{ kind: 'unclosed-variable' }]],
    ['@sequencia:6@/@ano:4@ @@', [{ kind: 'unknown-variable', variable: '' }]],
    ['@sequencia:6@/@ano:4@@setor@', [{ kind: 'unknown-variable', variable: 'setor' }]],
    ['@sequencia:6:7@/@ano:4@', [{ kind: 'unknown-variable', variable: 'sequencia:6:7' }]],
    ['@sequencia:6@/@ano:4@-@dv@', [{ kind: 'unknown-algorithm', algorithm: '' }]],
    ['@sequencia:6@/@ano:4@-@dv:toString@', [{ kind: 'unknown-algorithm', algorithm: 'toString' }]],
    ['@sequencia@/@ano:4@', [{ kind: 'bad-digit-count', variable: 'sequencia', allowed: '1 a 12' }]],
    ['@sequencia:0@/@ano:4@', [{ kind: 'bad-digit-count', variable: 'sequencia:0', allowed: '1 a 12' }]],
    ['@unidade:13@@sequencia:6@/@ano:4@', [{ kind: 'bad-digit-count', variable: 'unidade:13', allowed: '1 a 12' }]],
    ['@sequencia:6@/@ano:3@', [{ kind: 'bad-digit-count', variable: 'ano:3', allowed: '2 ou 4' }]],
    ['@sequencia:6@/@sequencia:6@/@ano:4@', [{ kind: 'repeated-variable', variable: 'sequencia' }]],
    [
      '@unidade:5@',
      [
        { kind: 'missing-variable', variable: 'sequencia' },
        { kind: 'missing-variable', variable: 'ano' },
      ],
    ],
    [
      '',
      [
        { kind: 'missing-variable', variable: 'sequencia' },
        { kind: 'missing-variable', variable: 'ano' },
      ],
    ],
    ['@orgao@.@unidade@.@sequencia:6@/@ano:4@', [{ kind: 'two-open-widths' }]],
    ['x'.repeat(101), [{ kind: 'too-long', most: 100 }]],
  ])('%j', (text, refusals) => {
    expect(parseMask(text)).toEqual({ done: false, refusals })
  })

  it('not for a single code of open width, nor for the algorithm none', () => {
    const open = mask('@unidade@.@sequencia:4@/@ano:2@@dv:none@')
    expect(formatCaseNumber(open, { agencyCode: '', unitCode: '77', sequence: 5, year: 2026 })).toMatchObject({
      value: '77.0005/26',
    })
    expect(matchesMask(open, '123456.0005/26')).toBe(true)
  })
})

describe('for every mask and every number', () => {
  const masks = fc.constantFrom(federal, nipe, minas, rio, saoPaulo)
  const parts = fc.record({
    agencyCode: fc.integer({ min: 0, max: 99 }).map(String),
    unitCode: fc.integer({ min: 0, max: 99 }).map(String),
    sequence: fc.integer({ min: 1, max: 999_999 }),
    year: fc.integer({ min: 1990, max: 2100 }),
  })

  it('what is made matches its mask and is valid', () => {
    fc.assert(
      fc.property(masks, parts, (theMask, theParts) => {
        const made = formatCaseNumber(theMask, theParts)
        expect(made.done && matchesMask(theMask, made.value) && hasValidCheckDigits(theMask, made.value)).toBe(true)
      }),
    )
  })

  it('one mistyped digit is always caught by mod 97', () => {
    fc.assert(
      fc.property(parts, fc.nat(), fc.integer({ min: 1, max: 9 }), (theParts, at, add) => {
        const made = formatCaseNumber(minas, theParts)
        const digits = made.done ? digitsOf(made.value) : ''
        const place = at % digits.length
        const wrong = digits.slice(0, place) + ((Number(digits[place]) + add) % 10) + digits.slice(place + 1)
        expect(hasValidCheckDigits(minas, wrong)).toBe(false)
      }),
    )
  })

  it('different parts never give the same digits', () => {
    fc.assert(
      fc.property(masks, parts, parts, (theMask, one, other) => {
        const [first, second] = [formatCaseNumber(theMask, one), formatCaseNumber(theMask, other)]
        if (!first.done || !second.done || first.value === second.value) return
        expect(digitsOf(first.value)).not.toBe(digitsOf(second.value))
      }),
    )
  })

  it('reading a mask never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseMask(text)))
    const tokens = fc.constantFrom(
      '@',
      'orgao',
      'unidade',
      'sequencia',
      'ano',
      'dv',
      ':',
      '4',
      '6',
      'federal',
      '/',
      '-',
    )
    fc.assert(
      fc.property(
        fc.array(tokens).map((list) => list.join('')),
        (text) => void parseMask(text),
      ),
    )
  })
})

function mask(text: string): Mask {
  const outcome = parseMask(text)
  if (!outcome.done) throw new Error(JSON.stringify(outcome.refusals))
  return outcome.value
}
