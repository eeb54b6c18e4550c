import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { csvOf, parseCsv, textOfBytes } from './index.ts'

describe('a list from a spreadsheet', () => {
  test.each([
    [
      'semicolons',
      'a;b\n1;2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'commas',
      'a,b\r\n1,"2,5"',
      [
        ['a', 'b'],
        ['1', '2,5'],
      ],
    ],
    [
      'tabs',
      'a\tb\n1\t2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'quotes within',
      'a;b\n"di""z";"x\ny"',
      [
        ['a', 'b'],
        ['di"z', 'x\ny'],
      ],
    ],
    [
      'empty rows',
      'a;b\n\n;\n1;2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
  ])('is read with %s', (_what, text, cells) => {
    expect(parseCsv(text)?.map((row) => row.cells)).toEqual(cells)
  })

  it('says on which line each row began, and finds a quote that is never closed', () => {
    expect(parseCsv('a;b\n"x\ny";2\n\n3;4')?.map(({ line }) => line)).toEqual([1, 2, 5])
    expect(parseCsv('a;b\n"x;2')).toBeUndefined()
  })

  it('reads back what this house writes', () => {
    const word = fc.string({ minLength: 1, maxLength: 8 }).map((text) => `x${text.replace(/\p{Cc}/gu, ' ')}`)
    fc.assert(
      fc.property(fc.array(fc.tuple(word, word), { minLength: 1, maxLength: 5 }), (rows) => {
        expect(
          parseCsv(csvOf(['a', 'b'], rows))
            ?.slice(1)
            .map(({ cells }) => [...cells]),
        ).toEqual(rows)
      }),
    )
  })

  it('is read in both of the encodings that are met', () => {
    expect(textOfBytes(new TextEncoder().encode('ação'))).toBe('ação')
    expect(textOfBytes(Buffer.from('ação', 'latin1'))).toBe('ação')
  })
})
