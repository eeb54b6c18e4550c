import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addDays, localDate } from '../../../platform/calendar/index.ts'
import { type ActivityToDraw, drawGantt } from './gantt.rules.ts'

const today = localDate('2026-06-15')

function activity(from: number, until: number, rest: Partial<ActivityToDraw> = {}): ActivityToDraw {
  return {
    ...{ id: `${from} ${until}`, label: '1. Questionários', isLate: false, afterIds: [], begunOn: null, endedOn: null },
    ...{ percent: 0, isMilestone: false, isCancelled: false },
    ...{ plannedFrom: addDays(today, from), plannedUntil: addDays(today, until), ...rest },
  }
}

describe('the picture of a project', () => {
  it('has as many equal days as there are from the first to the last, and today among them', () => {
    const chart = drawGantt([activity(-5, -1), activity(0, 4)], today)
    const [first, second] = chart?.rows ?? []
    expect(first?.planned).toEqual({ x: 14, width: 466 })
    expect(second?.planned).toEqual({ x: 480, width: 466 })
    expect(chart?.todayX).toBeCloseTo(480 + 46.6, 0)
    expect(second && first && second.y > first.y).toBe(true)
  })

  it('reaches as far as today where today is near, and leaves today out where it is far', () => {
    expect(drawGantt([activity(-40, -20)], today)?.until).toBe(today)
    expect(drawGantt([activity(20, 40)], today)?.from).toBe(today)
    expect(drawGantt([activity(-400, -300)], today)).toMatchObject({ todayX: undefined, until: addDays(today, -300) })
    expect(drawGantt([activity(300, 400)], today)).toMatchObject({ todayX: undefined, from: addDays(today, 300) })
  })

  it('fills as much of a bar as is done, and draws the real days until today', () => {
    const chart = drawGantt([activity(-10, 9, { percent: 25, begunOn: addDays(today, -5) })], today)
    const row = chart?.rows[0]
    expect(row?.done.width).toBeCloseTo((row?.planned.width ?? 0) / 4, 0)
    expect(row?.real?.x).toBeCloseTo(14 + 5 * 46.6, 0)
    expect(row?.real?.width).toBeCloseTo(6 * 46.6, 0)
  })

  it('leads an arrow from what comes before to what waits, whichever stands above', () => {
    const [before, after] = [activity(-10, -5), activity(-4, 5, { afterIds: ['-10 -5'] })]
    expect(drawGantt([before, after], today)?.arrows.map(({ key }) => key)).toEqual(['-10 -5--4 5'])
    expect(drawGantt([after, before], today)?.arrows).toHaveLength(1)
    expect(drawGantt([after], today)?.arrows).toEqual([])
  })

  test.each([
    ['days', 5, /^\d\d\/\d\d$/],
    ['Mondays', 60, /^\d\d\/\d\d$/],
    ['months', 300, /^[a-z]{3}\/\d{4}$/],
    ['years', 5000, /^\d{4}$/],
  ])('names %s above it', (_what, length, words) => {
    const labels = drawGantt([activity(0, length)], today)?.ticks.map(({ label }) => label) ?? []
    expect(labels.length).toBeGreaterThan(1)
    expect(labels.every((label) => words.test(label))).toBe(true)
    expect(new Set(labels).size).toBe(labels.length)
  })

  it('is not drawn of nothing', () => expect(drawGantt([], today)).toBeUndefined())

  it('never leaves its frame, nor do words above it touch, whatever the days are', () => {
    const plan = fc.record({ from: fc.integer({ min: -3000, max: 3000 }), length: fc.integer({ min: 0, max: 90_000 }) })
    fc.assert(
      fc.property(fc.array(plan, { minLength: 1, maxLength: 12 }), (plans) => {
        const chart = drawGantt(
          plans.map(({ from, length }, place) =>
            activity(from, Math.min(from + length, 60_000), { id: String(place) }),
          ),
          today,
        )
        if (!chart) throw new Error('nothing was drawn')
        for (const { planned, y } of chart.rows) {
          expect(planned.x).toBeGreaterThanOrEqual(0)
          expect(planned.x + planned.width).toBeLessThanOrEqual(chart.width)
          expect(y).toBeLessThan(chart.height)
        }
        const xs = chart.ticks.map(({ x }) => x)
        expect(xs.every((x, place) => place === 0 || x - (xs[place - 1] ?? 0) >= 60)).toBe(true)
        expect(xs.length).toBeLessThan(20)
      }),
    )
  })
})
