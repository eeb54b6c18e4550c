import { describe, expect, it, test } from 'vitest'
import { keyOf, readItems, stateOfCounts } from './slip.rules.ts'

describe('a slip', () => {
  test.each([
    [{ open: 1, received: 1, all: 2 }, 'under-way'],
    [{ open: 0, received: 2, all: 2 }, 'received'],
    [{ open: 0, received: 1, all: 2 }, 'received-in-part'],
    [{ open: 0, received: 0, all: 2 }, 'returned'],
  ])('with %j is %s', (items, state) => {
    expect(stateOfCounts(items)).toBe(state)
  })

  it('is read line by line, the number alone being needed', () => {
    const { items, problems } = readItems('Ofício 12/2026\n\n 00001.000123/2026-11 ; Autos ;2; 340 ')
    expect(problems).toEqual([])
    expect(items).toEqual([
      { reference: 'Ofício 12/2026', description: '', volumes: 1, pages: null },
      { reference: '00001.000123/2026-11', description: 'Autos', volumes: 2, pages: 340 },
    ])
  })

  test.each([
    ['; sem número', 'no-reference'],
    ['--', 'no-reference'],
    [`1; ${'x'.repeat(201)}`, 'too-long'],
    ['1; autos; zero', 'volumes'],
    ['1; autos; 0', 'volumes'],
    ['1; autos; 1; muitas', 'pages'],
  ])('refuses the line “%s”: %s', (line, kind) => {
    expect(readItems(line).problems).toEqual([{ line: 1, kind }])
  })

  it('knows a thing again however it is written', () => {
    expect(keyOf('Ofício nº 12/2026')).toBe(keyOf('OFICIO Nº 12.2026'))
    expect(readItems('Of. 12\nof-12').problems).toEqual([{ line: 2, kind: 'twice' }])
  })
})
