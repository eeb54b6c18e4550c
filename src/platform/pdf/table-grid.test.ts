import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeCells } from './table-grid.ts'

const cell = (content: string, colspan = 1, rowspan = 1) => ({ content, colspan, rowspan })
const placed = (...rows: ReturnType<typeof cell>[][]) =>
  placeCells(rows).cells.map(({ content, x, y, colspan, rowspan }) => `${content} ${x},${y} ${colspan}x${rowspan}`)

test('cells go to the first free column of their row', () => {
  expect(placed([cell('a', 1, 2), cell('b', 2)], [cell('c'), cell('d')])).toEqual([
    'a 0,0 1x2',
    'b 1,0 2x1',
    'c 1,1 1x1',
    'd 2,1 1x1',
  ])
})

test('a span that would leave the table or lie on another cell is cut', () => {
  expect(placed([cell('a', 1, 9), cell('b')], [cell('c', 60), cell('d')])).toEqual([
    'a 0,0 1x2',
    'b 1,0 1x1',
    'c 1,1 39x1',
  ])
  expect(placed([cell('a'), cell('b', 1, 2)], [cell('c', 2)])).toEqual(['a 0,0 1x1', 'b 1,0 1x2', 'c 0,1 1x1'])
})

test('whatever is asked, no two cells share a spot and none leaves the table', () => {
  const span = fc.oneof(fc.integer({ min: -2, max: 50 }), fc.constant(Number.NaN))
  const rows = fc.array(
    fc.array(fc.record({ content: fc.constant(''), colspan: span, rowspan: span }), { maxLength: 8 }),
    {
      maxLength: 8,
    },
  )
  fc.assert(
    fc.property(rows, (asked) => {
      const { columns, cells } = placeCells(asked)
      const spots = cells.flatMap(({ x, y, colspan, rowspan }) =>
        Array.from(
          { length: colspan * rowspan },
          (_, at) => [x + (at % colspan), y + Math.floor(at / colspan)] as const,
        ),
      )
      expect(new Set(spots.map(String)).size).toBe(spots.length)
      for (const [x, y] of spots) expect(x < columns && y < asked.length).toBe(true)
    }),
  )
})
