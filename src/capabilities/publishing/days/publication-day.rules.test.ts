import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addDays, localDate, weekdayOf } from '../../../platform/calendar/index.ts'
import { localMoment } from './local-moment.ts'
import { type DayFacts, refusalsOfDay } from './publication-day.rules.ts'

const bulletin = { kind: 'internal', weekdays: [1, 2, 3, 4, 5], cutOff: undefined, closedDays: [] } as const
const recess = { ...bulletin, closedDays: [localDate('2026-11-24')] } as const
const gazette = { ...bulletin, kind: 'external' } as const
const christmas = { date: localDate('2026-12-25'), name: 'Natal' }

/** Seen on Monday, 23 November 2026, at ten. */
function facts(on: string, more: Partial<DayFacts> & { time?: string } = {}): DayFacts {
  const { time = '10:00', ...rest } = more
  const [day, asked] = [localDate('2026-11-23'), localDate(on)]
  return {
    ...{ vehicle: bulletin, on: asked, weekday: weekdayOf(asked), extraordinary: false, holidays: [christmas] },
    ...{ here: { day, time }, tomorrow: addDays(day, 1), farthest: addDays(day, 366) },
    ...rest,
  }
}
const late = { ...bulletin, cutOff: '17:00' } as const
const early = { ...gazette, cutOff: '17:00' } as const

describe('R4 the day of a publication', () => {
  test.each<[string, DayFacts, string[]]>([
    ['today', facts('2026-11-23'), []],
    ['a day ahead', facts('2026-11-25'), []],
    ['yesterday', facts('2026-11-22'), ['past']],
    ['more than a year ahead', facts('2027-12-01'), ['too-far']],
    ['a holiday', facts('2026-12-25'), ['holiday']],
    ['a holiday, even in an extraordinary edition', facts('2026-12-25', { extraordinary: true }), ['holiday']],
    ['a Saturday', facts('2026-11-28'), ['no-edition']],
    ['a day of recess', facts('2026-11-24', { vehicle: recess }), ['closed-day']],
    ['a day of recess, extraordinary', facts('2026-11-24', { vehicle: recess, extraordinary: true }), []],
    ['a Saturday, in an extraordinary edition', facts('2026-11-28', { extraordinary: true }), []],
    ['today, a minute before the cut-off', facts('2026-11-23', { vehicle: late, time: '16:59' }), []],
    ['today, at the cut-off', facts('2026-11-23', { vehicle: late, time: '17:00' }), ['after-cut-off']],
    ['today, late and extraordinary', facts('2026-11-23', { vehicle: late, time: '19:00', extraordinary: true }), []],
    ['tomorrow, after the cut-off of today', facts('2026-11-24', { vehicle: late, time: '19:00' }), []],
    ['today, in a gazette', facts('2026-11-23', { vehicle: gazette }), ['edition-closed']],
    ['tomorrow, in a gazette in time', facts('2026-11-24', { vehicle: early, time: '16:59' }), []],
    ['tomorrow, in a gazette too late', facts('2026-11-24', { vehicle: early, time: '17:00' }), ['after-cut-off']],
    ['a holiday, in a gazette', facts('2026-12-25', { vehicle: gazette }), ['holiday']],
  ])('%s', (_, given, expected) => {
    expect(refusalsOfDay(given).map(({ kind }) => kind)).toEqual(expected)
  })

  it('is never a holiday and never before today, whatever vehicle, edition and hour', () => {
    const anyFacts = fc.record({
      after: fc.integer({ min: -400, max: 400 }),
      extraordinary: fc.boolean(),
      onHoliday: fc.boolean(),
      vehicle: fc.constantFrom(bulletin, gazette, late, early),
      hour: fc.integer({ min: 0, max: 23 }),
      holidays: fc.array(fc.integer({ min: -10, max: 400 }), { maxLength: 60 }),
    })
    fc.assert(
      fc.property(anyFacts, ({ after, extraordinary, onHoliday, vehicle, hour, holidays }) => {
        const today = localDate('2026-11-23')
        const on = addDays(today, after)
        const days = [...holidays, ...(onHoliday ? [after] : [])].map((one) => ({
          date: addDays(today, one),
          name: 'Feriado',
        }))
        const time = `${String(hour).padStart(2, '0')}:00`
        if (refusalsOfDay(facts(on, { extraordinary, vehicle, time, holidays: days })).length > 0) return
        expect(on >= today).toBe(true)
        expect(days.some(({ date }) => date === on)).toBe(false)
        expect(extraordinary || vehicle.weekdays.some((day) => day === weekdayOf(on))).toBe(true)
      }),
    )
  })
})

describe('R3 the clocks of a place', () => {
  test.each([
    ['2026-11-24T02:59:00Z', 'America/Sao_Paulo', '2026-11-23', '23:59'],
    ['2026-11-24T03:00:00Z', 'America/Sao_Paulo', '2026-11-24', '00:00'],
    ['2026-11-24T03:00:00Z', 'America/Manaus', '2026-11-23', '23:00'],
    ['2026-11-24T04:59:00Z', 'America/Rio_Branco', '2026-11-23', '23:59'],
    ['2026-11-24T02:00:00Z', 'America/Noronha', '2026-11-24', '00:00'],
  ])('at %s in %s it is %s, %s', (instant, zone, day, time) => {
    expect(localMoment(new Date(instant), zone)).toEqual({ day, time })
  })
})
