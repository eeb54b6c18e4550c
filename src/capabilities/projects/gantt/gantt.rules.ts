import { addDays, daysBetween, type LocalDate, localDate, weekdayOf } from '../../../platform/calendar/index.ts'
import type { ActivityDays } from '../activities/activity.ts'

/** An activity to be drawn, with what stands beside its bar. */
export interface ActivityToDraw extends ActivityDays {
  readonly id: string
  readonly label: string
  readonly isLate: boolean
  readonly afterIds: readonly string[]
}

export interface Bar {
  readonly x: number
  readonly width: number
}

export interface GanttRow extends Pick<ActivityToDraw, 'id' | 'isLate' | 'isMilestone' | 'isCancelled'> {
  /** The upper edge of its bar. */
  readonly y: number
  readonly planned: Bar
  /** The part of the planned bar that is done. */
  readonly done: Bar
  /** From the day on which it began to that on which it ended, or today. */
  readonly real: Bar | undefined
  readonly label: { readonly x: number; readonly text: string; readonly anchor: 'start' | 'end' }
}

export interface GanttChart {
  readonly width: number
  readonly height: number
  readonly from: LocalDate
  readonly until: LocalDate
  readonly ticks: readonly { readonly x: number; readonly label: string }[]
  /** Undefined: today is far from what is drawn. */
  readonly todayX: number | undefined
  readonly rows: readonly GanttRow[]
  readonly arrows: readonly { readonly key: string; readonly path: string; readonly head: string }[]
}

export const barHeight = 14
export const headHeight = 40
const rowHeight = 48
const width = 960
const margin = 14
const leastTick = 68
/** A letter of the labels, on the average. */
const letterWidth = 6.6
const mostLetters = 110
const likelyDays = 92

/** Where everything stands in the picture of a project: days to the right, an activity a row. Undefined: nothing to draw. */
export function drawGantt(activities: readonly ActivityToDraw[], today: LocalDate): GanttChart | undefined {
  const drawn = activities.slice(0, 200)
  const days = drawn
    .flatMap((one) => [one.plannedFrom, one.plannedUntil, one.begunOn, one.endedOn])
    .filter((day) => day !== null)
  const [first, last] = [days.reduce(earlier, days[0] ?? today), days.reduce(later, days[0] ?? today)]
  if (days.length === 0) return undefined
  // Today is in the picture where it is near: a project of long ago is not drawn beside an empty field.
  const isNear = today >= addDays(first, -likelyDays) && today <= addDays(last, likelyDays)
  const [from, until] = isNear ? [earlier(first, today), later(last, today)] : [first, last]
  const scale = (width - 2 * margin) / (daysBetween(from, until) + 1)
  const at = (day: LocalDate) => tenth(margin + daysBetween(from, day) * scale)
  const bar = (begin: LocalDate, end: LocalDate): Bar => {
    const x = at(begin)
    return { x, width: Math.max(3, tenth(at(addDays(end, 1)) - x)) }
  }
  const rows = drawn.map((one, place) => rowOf(one, place, today, bar))
  return {
    ...{ width, from, until, rows },
    height: headHeight + rows.length * rowHeight + 6,
    ticks: ticksOf(from, until, scale).map(({ day, label }) => ({ x: at(day), label })),
    todayX: today >= from && today <= until ? tenth(at(today) + scale / 2) : undefined,
    arrows: arrowsOf(drawn, rows),
  }
}

function rowOf(
  one: ActivityToDraw,
  place: number,
  today: LocalDate,
  bar: (begin: LocalDate, end: LocalDate) => Bar,
): GanttRow {
  const { id, isLate, isMilestone, isCancelled, begunOn, endedOn } = one
  const planned = bar(one.plannedFrom, one.plannedUntil)
  const end = endedOn ?? today
  const text = one.label.length > mostLetters ? `${one.label.slice(0, mostLetters - 1).trimEnd()}…` : one.label
  const isToTheRight = planned.x + 10 + text.length * letterWidth <= width - 4
  return {
    ...{ id, isLate, isMilestone, isCancelled, planned },
    y: headHeight + place * rowHeight + 20,
    done: { x: planned.x, width: tenth((planned.width * one.percent) / 100) },
    real: begunOn && end >= begunOn && !isCancelled ? bar(begunOn, end) : undefined,
    label: isToTheRight
      ? { x: tenth(planned.x + 10), text, anchor: 'start' }
      : {
          // Before its bar, out of the way of what leads to it.
          x: Math.max(tenth(planned.x), Math.min(width - 4, Math.ceil(text.length * letterWidth))),
          text,
          anchor: 'end',
        },
  }
}

/** From the end of what comes before to the beginning of what waits. */
function arrowsOf(activities: readonly ActivityToDraw[], rows: readonly GanttRow[]): GanttChart['arrows'] {
  const rowById = new Map(rows.map((row) => [row.id, row]))
  return activities.flatMap((one) =>
    one.afterIds.flatMap((afterId) => {
      const [before, after] = [rowById.get(afterId), rowById.get(one.id)]
      if (!before || !after) return []
      const isBelow = after.y > before.y
      const startX = tenth(before.planned.x + before.planned.width - 2)
      const startY = isBelow ? before.y + barHeight : before.y
      const turnY = isBelow ? startY + 11 : startY - 3
      const tipX = tenth(after.planned.x + 4)
      const tipY = isBelow ? after.y : after.y + barHeight
      const backY = isBelow ? tipY - 6 : tipY + 6
      return [
        {
          key: `${afterId}-${one.id}`,
          path: `M${startX} ${startY}V${turnY}H${tipX}V${backY}`,
          head: `${tipX},${tipY} ${tenth(tipX - 4)},${backY} ${tenth(tipX + 4)},${backY}`,
        },
      ]
    }),
  )
}

const months = ['jan', 'fev', 'mar', 'abr', 'mai', 'jun', 'jul', 'ago', 'set', 'out', 'nov', 'dez']
const steps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200]

/** Days, Mondays, or the first days of months, so far apart that their names can be read. */
function ticksOf(from: LocalDate, until: LocalDate, scale: number): { day: LocalDate; label: string }[] {
  if (scale * 7 >= leastTick) {
    const step = scale >= leastTick ? 1 : 7
    const first = step === 1 ? from : addDays(from, (8 - weekdayOf(from)) % 7)
    const count = Math.floor(daysBetween(first, until) / step) + 1
    return Array.from({ length: Math.max(0, count) }, (_, place) => {
      const day = addDays(first, place * step)
      return { day, label: `${day.slice(8)}/${day.slice(5, 7)}` }
    })
  }
  const step = steps.find((count) => count * 29 * scale >= leastTick) ?? 1200
  const [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))]
  const begin = Math.ceil((year * 12 + month - 1) / step) * step
  const ticks: { day: LocalDate; label: string }[] = []
  for (let count = begin; ; count += step) {
    const day = localDate(
      `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}-01`,
    )
    if (day > until) return ticks
    if (day >= from)
      ticks.push({ day, label: step >= 12 ? day.slice(0, 4) : `${months[count % 12]}/${day.slice(0, 4)}` })
  }
}

const earlier = (one: LocalDate, other: LocalDate) => (one < other ? one : other)
const later = (one: LocalDate, other: LocalDate) => (one > other ? one : other)
const tenth = (value: number) => Math.round(value * 10) / 10
