import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type Counting, dayByDay, dueOf } from '../../src/capabilities/deadlines/counting/count-days.rules.ts'
import { isLate } from '../../src/capabilities/deadlines/deadline-state.rules.ts'
import { addDays, type Holiday, type LocalDate, localDate, todayIn } from '../../src/platform/calendar/index.ts'
import { readCounting, readDay, readSections, type Section } from './read-table.ts'

const sections = readSections()
const withColumns = (...columns: string[]) =>
  sections.filter((section) => section.columns.join() === [...columns, 'porque'].join())

const counted = withColumns('desde', 'dias', 'contagem', 'vence')
const staged = withColumns('desde', 'prazos', 'vence')
const begun = withColumns('instante', 'dia', 'dias', 'contagem', 'vence')
const done = withColumns('vence', 'hora', 'feito em', 'está')

it('T-17 more than three hundred deadlines were counted by hand, and each of them is looked at', () => {
  expect([...counted, ...staged, ...begun, ...done]).toHaveLength(sections.length)
  const sentences = sections.flatMap(({ title, rows }) => rows.map((row) => [title, ...row.slice(0, -1)].join(' ')))
  expect(new Set(sentences).size).toBeGreaterThan(300)
})

describe.each(counted)('T-17 $title', ({ rows, holidays }: Section) => {
  test.each(rows)('from %s, %s days (%s) end on %s: %s', (from, days, counting, due) => {
    expectEnd(readDay(from ?? ''), Number(days), readCounting(counting ?? ''), readDay(due ?? ''), holidays)
  })
})

describe.each(staged)('T-17 $title', ({ rows, holidays }: Section) => {
  test.each(rows)('from %s, %s end on %s: %s', (from, stages, due) => {
    let day = readDay(from ?? '')
    for (const stage of (stages ?? '').split(', depois ')) {
      const [, days, counting = ''] = /^(\d+) (.+)$/.exec(stage) ?? []
      day = dueOf({ from: day, days: Number(days), counting: readCounting(counting) }, holidays)
    }
    expect(day).toBe(readDay(due ?? ''))
  })
})

describe.each(begun)('T-17 $title', ({ rows, holidays }: Section) => {
  test.each(rows)('at %s it is %s, and %s days (%s) end on %s: %s', (instant, day, days, counting, due) => {
    const from = todayIn(new Date(instant ?? ''))
    expect(from).toBe(readDay(day ?? ''))
    expectEnd(from, Number(days), readCounting(counting ?? ''), readDay(due ?? ''), holidays)
  })
})

describe.each(done)('T-17 $title', ({ rows }: Section) => {
  test.each(rows)('due on %s at “%s”, done at %s: %s (%s)', (due, hour, instant, state) => {
    const facts = { dueOn: readDay(due ?? ''), dueTime: hour || undefined, concludedAt: new Date(instant ?? '') }
    expect(isLate(facts, new Date('2030-01-01'))).toBe(state === 'atrasado')
    expect(isLate({ ...facts, concludedAt: undefined }, facts.concludedAt)).toBe(state === 'atrasado')
  })
})

describe('T-17 ten thousand counts at random', () => {
  const seed = Number(process.env.CARIMBO_SEMENTE ?? Date.now() % 2_147_483_647)

  it(`end where another reckoning ends them, and again when counted again (CARIMBO_SEMENTE=${seed})`, () => {
    const aCount = fc.record({
      from: fc.integer({ min: 0, max: 40_000 }).map((offset) => addDays(localDate('1990-01-01'), offset)),
      days: fc.oneof(
        { weight: 99, arbitrary: fc.integer({ min: 1, max: 40 }) },
        { weight: 1, arbitrary: fc.integer({ min: 1, max: 1000 }) },
      ),
      counting: fc.constantFrom<Counting>('working', 'calendar-rolled', 'calendar'),
      closed: fc.uniqueArray(fc.integer({ min: -5, max: 90 }), { maxLength: 25 }),
    })
    fc.assert(
      fc.property(aCount, ({ from, days, counting, closed }) => {
        const holidays = closed.map((offset) => ({ date: addDays(from, offset), name: 'dia' }))
        expectEnd(from, days, counting, reckoned(from, days, counting, holidays), holidays)
      }),
      { numRuns: 10_000, seed },
    )
  }, 120_000)
})

function expectEnd(from: LocalDate, days: number, counting: Counting, due: LocalDate, holidays: readonly Holiday[]) {
  const count = { from, days, counting }
  expect(dueOf(count, holidays)).toBe(due)
  const again = dayByDay(count, [...holidays].reverse())
  expect([again.at(-1)?.date, again.filter(({ number }) => number !== undefined).length]).toEqual([due, days])
}

/** The same by another road: a strip of days, of which the closed ones are struck out. */
function reckoned(from: LocalDate, days: number, counting: Counting, holidays: readonly Holiday[]): LocalDate {
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number)
  const closed = new Set(holidays.map(({ date }) => Date.parse(`${date}T12:00:00Z`)))
  const strip = Array.from(
    { length: days * 2 + 60 },
    (_, index) => new Date(Date.UTC(year, month - 1, day + index + 1, 12)),
  )
  const open = strip.filter((one) => one.getUTCDay() % 6 !== 0 && !closed.has(one.getTime()))
  const last = strip[days - 1]
  const end =
    counting === 'working' ? open[days - 1] : counting === 'calendar' ? last : open.find((one) => last && one >= last)
  return localDate(end?.toISOString().slice(0, 10) ?? '')
}
