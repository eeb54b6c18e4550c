import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  addDays,
  daysBetween,
  type Holiday,
  isWorkingDay,
  localDate,
  nationalHolidays,
} from '../../../platform/calendar/index.ts'
import { type Counting, type DayCount, dayByDay, dueOf } from './count-days.rules.ts'
import { tellCount, tellDay } from './counting.text.ts'

const of2026 = nationalHolidays(2026)
const count = (from: string, days: number, counting: Counting): DayCount => ({ from: localDate(from), days, counting })

describe('the day on which a count ends', () => {
  // 2 April 2026 is Maundy Thursday; the 3rd is Good Friday, 21 April (Tuesday) is Tiradentes.
  test.each<[string, number, Counting, string, string]>([
    ['2026-04-02', 1, 'working', '2026-04-06', 'the day of the beginning does not count, nor does the holiday'],
    ['2026-04-02', 5, 'working', '2026-04-10', 'nor do Saturday and Sunday'],
    ['2026-04-15', 5, 'working', '2026-04-23', 'nor does a holiday within the week'],
    ['2026-04-04', 1, 'working', '2026-04-06', 'begun on a Saturday, Monday is the first day'],
    ['2026-04-02', 1, 'calendar', '2026-04-03', 'days in a row end on a holiday too'],
    ['2026-04-02', 1, 'calendar-rolled', '2026-04-06', 'put off over holiday and weekend (Lei nº 9.784/1999, art. 66)'],
    ['2026-04-02', 4, 'calendar-rolled', '2026-04-06', 'not put off where the last day is a working day'],
    ['2026-04-06', 15, 'calendar-rolled', '2026-04-22', 'put off by a holiday on a Tuesday'],
    ['2026-04-06', 30, 'calendar-rolled', '2026-05-06', 'thirty days in a row count every day'],
    ['2026-12-30', 3, 'working', '2027-01-04', 'over the turn of the year'],
  ])('%s plus %i (%s) is %s: %s', (from, days, counting, due) => {
    const holidays = [...of2026, ...nationalHolidays(2027).filter(({ name }) => !name.startsWith('Confraternização'))]
    expect(dueOf(count(from, days, counting), holidays)).toBe(due)
  })

  test.each([0, -1, 1.5, 1001, Number.NaN])('%d days is a bug, not a count', (days) => {
    expect(() => dueOf(count('2026-04-02', days, 'working'), [])).toThrow(RangeError)
  })
})

describe('a count told day by day', () => {
  const told = (from: string, days: number, counting: Counting) =>
    dayByDay(count(from, days, counting), of2026).map((day) => [day.date.slice(8), tellDay(day)])

  it('R1 names each day that was skipped by its reason', () => {
    expect(told('2026-04-02', 2, 'working')).toEqual([
      ['03', 'Não conta: feriado: Paixão de Cristo'],
      ['04', 'Não conta: sábado'],
      ['05', 'Não conta: domingo'],
      ['06', '1º dia'],
      ['07', '2º dia'],
    ])
  })

  it('R1 of days in a row counts them all, then says why the end was put off', () => {
    expect(told('2026-04-01', 2, 'calendar-rolled')).toEqual([
      ['02', '1º dia'],
      ['03', '2º dia'],
      ['04', 'Não conta: sábado'],
      ['05', 'Não conta: domingo'],
      ['06', 'Vencimento prorrogado para este dia'],
    ])
  })

  test.each<[number, Counting, string]>([
    [1, 'working', '1 dia útil'],
    [15, 'working', '15 dias úteis'],
    [1, 'calendar', '1 dia corrido, sem prorrogar'],
    [30, 'calendar-rolled', '30 dias corridos, prorrogados ao dia útil seguinte'],
  ])('%i (%s) is said as “%s”', (days, counting, text) => {
    expect(tellCount(days, counting)).toBe(text)
  })
})

describe('whatever the calendar', () => {
  const aDay = fc.integer({ min: 0, max: 36_500 }).map((offset) => addDays(localDate('1990-01-01'), offset))
  const counting = fc.constantFrom<Counting>('working', 'calendar-rolled', 'calendar')
  const aCount = fc.record({ from: aDay, days: fc.integer({ min: 1, max: 120 }), counting })
  const holidaysAfter = fc.uniqueArray(fc.integer({ min: -3, max: 200 }), { maxLength: 60 })
  const holidaysOf = ({ from }: DayCount, offsets: readonly number[]): Holiday[] =>
    offsets.map((offset) => ({ date: addDays(from, offset), name: `dia ${offset}` }))

  it('R2 what is counted or put off never ends on a closed day', () => {
    fc.assert(
      fc.property(aCount, holidaysAfter, (one, offsets) => {
        const holidays = holidaysOf(one, offsets)
        const due = dueOf(one, holidays)
        expect(due > one.from).toBe(true)
        if (one.counting !== 'calendar') expect(isWorkingDay(due, holidays)).toBe(true)
        else expect(daysBetween(one.from, due)).toBe(one.days)
      }),
    )
  })

  it('R2 one day more never ends earlier, and more holidays never do', () => {
    fc.assert(
      fc.property(aCount, holidaysAfter, (one, offsets) => {
        const holidays = holidaysOf(one, offsets)
        const due = dueOf(one, holidays)
        expect(dueOf({ ...one, days: one.days + 1 }, holidays) >= due).toBe(true)
        expect(dueOf(one, holidays.slice(1)) <= due).toBe(true)
        expect(dueOf({ ...one, counting: 'calendar' }, holidays) <= due).toBe(true)
      }),
    )
  })

  it('R1 the days told are the days in between, each once, and those that count sum up', () => {
    fc.assert(
      fc.property(aCount, holidaysAfter, (one, offsets) => {
        const holidays = holidaysOf(one, offsets)
        const days = dayByDay(one, holidays)
        expect(days.map(({ date }) => date)).toEqual(days.map((_, index) => addDays(one.from, index + 1)))
        expect(days.at(-1)?.date).toBe(dueOf(one, holidays))
        const numbers = days.flatMap(({ number }) => number ?? [])
        expect(numbers).toEqual(Array.from({ length: one.days }, (_, index) => index + 1))
        expect(days.every(({ number, reason }) => (number === undefined) === (reason !== undefined))).toBe(true)
        const skipped = days.filter(({ number, date }) => number === undefined && isWorkingDay(date, holidays))
        expect(skipped.every(({ reason }) => reason === 'put off to here')).toBe(true)
      }),
    )
  })
})
