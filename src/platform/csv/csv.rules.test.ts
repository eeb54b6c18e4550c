import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { csvOf } from './csv.rules.ts'

describe('a list for spreadsheets', () => {
  it('begins with a byte order mark, has a line a row and keeps semicolons, quotes and line breaks within their cell', () => {
    expect(csvOf(['Nome', 'Data'], [['Ana; "a chefe"', '1\n2']])).toBe(
      '\ufeffNome;Data\r\n"Ana; ""a chefe""";"1\n2"\r\n',
    )
  })

  test.each(['=1+1', '+55 84', '-2', '@soma', '\t=1', '  =HYPERLINK("http://x")', '＝1'])(
    '%j is never a formula',
    (value) => {
      expect(csvOf(['A'], [[value]]).split('\r\n')[1]).toMatch(/^"?'/)
    },
  )

  it('no cell begins with a sign that spreadsheets calculate', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 3 }), { maxLength: 4 }),
        (rows) => {
          const text = csvOf(['A'], rows).slice(1)
          for (const [, value = ''] of text.matchAll(/(?:^|;|\r\n)"?([^;"]*)/g))
            expect(value.trimStart()).not.toMatch(/^[=+@]/)
        },
      ),
    )
  })
})
