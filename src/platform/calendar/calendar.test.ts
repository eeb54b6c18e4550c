import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  addDays,
  addWorkingDays,
  countDays,
  daysBetween,
  type Holiday,
  isWorkingDay,
  type LocalDate,
  localDate,
  nationalHolidays,
  parseLocalDate,
  rollToWorkingDay,
  todayIn,
  weekdayOf,
  workingDaysBetween,
} from './index.ts'

const aDay = fc.integer({ min: 0, max: 36_500 }).map((days) => addDays(localDate('1990-01-01'), days))
const someHolidays = fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.string()), { maxLength: 40 }).map(
  (list) =>
    (start: LocalDate): Holiday[] =>
      list.map(([after, name]) => ({ date: addDays(start, after), name })),
)

describe('days', () => {
  test.each([
    ['2026-03-10T02:59:59Z', '2026-03-09'],
    ['2026-03-10T03:00:00Z', '2026-03-10'],
    // Summer time, while there was one, began at midnight of 2018-11-04: that day had no 00:30.
    ['2018-11-04T02:59:59Z', '2018-11-03'],
    ['2018-11-04T03:00:00Z', '2018-11-04'],
    ['2019-01-10T02:00:00Z', '2019-01-10'],
    ['2026-01-01T01:00:00Z', '2025-12-31'],
  ])('at %s it is %s in Brasília', (instant, day) => {
    expect(todayIn(new Date(instant))).toBe(day)
  })

  test.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '26-01-01',
    '2026-01-32',
    '',
    'hoje',
    '2026-01-01T',
  ])('%j is not a day', (text) => {
    expect(parseLocalDate(text)).toBeUndefined()
    expect(() => localDate(text)).toThrow(RangeError)
  })

  it('knows the leap day', () => {
    expect(parseLocalDate('2028-02-29')).toBe('2028-02-29')
    expect(addDays(localDate('2028-02-28'), 1)).toBe('2028-02-29')
    expect(addDays(localDate('2026-03-01'), -1)).toBe('2026-02-28')
  })

  it('knows the day of the week, before 1970 too', () => {
    expect(weekdayOf(localDate('2026-03-10'))).toBe(2)
    expect(weekdayOf(localDate('1960-04-21'))).toBe(4)
    expect(weekdayOf(localDate('1969-12-28'))).toBe(0)
  })

  it('counts back what it adds', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: -5000, max: 5000 }), (start, days) => {
        expect(daysBetween(start, addDays(start, days))).toBe(days)
      }),
    )
  })

  it('is not given half a day', () => {
    expect(() => addDays(localDate('2026-01-01'), 0.5)).toThrow(RangeError)
  })
})

describe('national holidays', () => {
  it('of 2026 are these', () => {
    expect(nationalHolidays(2026).map(({ date, name, kind }) => [date, name, kind])).toEqual([
      ['2026-01-01', 'Confraternização Universal', 'feriado'],
      ['2026-02-16', 'Carnaval (segunda-feira)', 'ponto facultativo'],
      ['2026-02-17', 'Carnaval (terça-feira)', 'ponto facultativo'],
      ['2026-04-03', 'Paixão de Cristo', 'feriado'],
      ['2026-04-21', 'Tiradentes', 'feriado'],
      ['2026-05-01', 'Dia do Trabalho', 'feriado'],
      ['2026-06-04', 'Corpus Christi', 'ponto facultativo'],
      ['2026-09-07', 'Independência do Brasil', 'feriado'],
      ['2026-10-12', 'Nossa Senhora Aparecida', 'feriado'],
      ['2026-11-02', 'Finados', 'feriado'],
      ['2026-11-15', 'Proclamação da República', 'feriado'],
      ['2026-11-20', 'Dia Nacional de Zumbi e da Consciência Negra', 'feriado'],
      ['2026-12-25', 'Natal', 'feriado'],
    ])
  })

  it('have 20 November from 2024 on', () => {
    const november20 = (year: number) => nationalHolidays(year).some(({ date }) => date.endsWith('-11-20'))
    expect([2022, 2023, 2024, 2025].map(november20)).toEqual([false, false, true, true])
  })

  test.each([
    [1954, '04-18'],
    [1961, '04-02'],
    [1981, '04-19'],
    [2000, '04-23'],
    [2008, '03-23'],
    [2011, '04-24'],
    [2016, '03-27'],
    [2019, '04-21'],
    [2024, '03-31'],
    [2025, '04-20'],
    [2027, '03-28'],
    [2038, '04-25'],
    [2049, '04-18'],
    [2076, '04-19'],
    [2285, '03-22'],
  ])('of %i move with Easter on %s', (year, easter) => {
    const holidays = nationalHolidays(year)
    const dateOf = (name: string) => holidays.find((holiday) => holiday.name === name)?.date
    const sunday = localDate(`${year}-${easter}`)
    expect(dateOf('Paixão de Cristo')).toBe(addDays(sunday, -2))
    expect(dateOf('Carnaval (terça-feira)')).toBe(addDays(sunday, -47))
    expect(dateOf('Corpus Christi')).toBe(addDays(sunday, 60))
  })

  it('keep to their days of the week in every year', () => {
    for (let year = 1950; year <= 2150; year += 1) {
      const weekdays = new Map(nationalHolidays(year).map(({ name, date }) => [name, weekdayOf(date)]))
      expect(weekdays.get('Paixão de Cristo')).toBe(5)
      expect(weekdays.get('Carnaval (segunda-feira)')).toBe(1)
      expect(weekdays.get('Corpus Christi')).toBe(4)
    }
  })
})

describe('working days', () => {
  const closed = nationalHolidays(2026)

  it('five days from Maundy Thursday pass over Good Friday and the weekend', () => {
    expect(addWorkingDays(localDate('2026-04-02'), 5, closed)).toBe('2026-04-10')
    expect(countDays(localDate('2026-04-02'), localDate('2026-04-07'), closed)).toEqual([
      { date: '2026-04-03', counted: false, reason: 'feriado: Paixão de Cristo' },
      { date: '2026-04-04', counted: false, reason: 'sábado' },
      { date: '2026-04-05', counted: false, reason: 'domingo' },
      { date: '2026-04-06', counted: true },
      { date: '2026-04-07', counted: true },
    ])
  })

  it('an adopted optional day is not counted, and says what it is; one not adopted is', () => {
    const [carnival] = countDays(localDate('2026-02-15'), localDate('2026-02-16'), closed)
    expect(carnival?.reason).toBe('ponto facultativo: Carnaval (segunda-feira)')
    expect(isWorkingDay(localDate('2026-02-16'), [])).toBe(true)
  })

  it('a holiday on a weekend is told as weekend', () => {
    expect(countDays(localDate('2026-11-14'), localDate('2026-11-15'), closed)[0]?.reason).toBe('domingo')
  })

  it('no day at all is the start day, and an empty count', () => {
    expect(addWorkingDays(localDate('2026-04-04'), 0, closed)).toBe('2026-04-04')
    expect(countDays(localDate('2026-04-04'), localDate('2026-04-04'), closed)).toEqual([])
    expect(countDays(localDate('2026-04-04'), localDate('2026-04-01'), closed)).toEqual([])
  })

  test.each([-1, 1.5, 10_001, Number.NaN])('%d working days is a bug, not a period', (n) => {
    expect(() => addWorkingDays(localDate('2026-01-01'), n, [])).toThrow(RangeError)
  })

  it('a legal deadline that ends on a closed day rolls to the next working day', () => {
    expect(rollToWorkingDay(localDate('2026-04-03'), closed)).toBe('2026-04-06')
    expect(rollToWorkingDay(localDate('2026-04-06'), closed)).toBe('2026-04-06')
  })

  it('whatever the holidays, counting agrees with adding and the end is a working day', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 1, max: 120 }), someHolidays, (start, n, holidaysFrom) => {
        const holidays = holidaysFrom(start)
        const end = addWorkingDays(start, n, holidays)
        expect(isWorkingDay(end, holidays)).toBe(true)
        expect(workingDaysBetween(start, end, holidays)).toBe(n)
        expect(end > start).toBe(true)
        expect(rollToWorkingDay(end, holidays)).toBe(end)
        expect(countDays(start, end, holidays).every((day) => day.counted === (day.reason === undefined))).toBe(true)
      }),
    )
  })

  it('more holidays never bring the end forward', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 1, max: 60 }), someHolidays, (start, n, holidaysFrom) => {
        const holidays = holidaysFrom(start)
        expect(addWorkingDays(start, n, holidays) >= addWorkingDays(start, n, holidays.slice(1))).toBe(true)
      }),
    )
  })
})
