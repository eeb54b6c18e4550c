import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Counting } from '../../src/capabilities/deadlines/counting/count-days.rules.ts'
import {
  addDays,
  type Holiday,
  type LocalDate,
  localDate,
  nationalHolidays,
  weekdayOf,
} from '../../src/platform/calendar/index.ts'

export interface Section {
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** The days that are closed in this section. */
  readonly holidays: readonly Holiday[]
}

/** The page of deadlines counted by hand: a table for each heading, with the closed days of its own. */
export function readSections(): Section[] {
  const page = readFileSync(join(import.meta.dirname, 'counted-by-hand.md'), 'utf8')
  return page.split(/^## /m).slice(1).map(sectionOf)
}

/** `2026-03-10 ter`: the day of the week is read as well, so that no day is one somebody mistyped. */
export function readDay(text: string): LocalDate {
  const [day = '', weekday] = text.split(' ')
  const date = localDate(day)
  if (weekdays[weekdayOf(date)] !== weekday) throw new Error(`${day} is not a ${weekday}`)
  return date
}

export function readCounting(text: string): Counting {
  const counting = countings[text]
  if (!counting) throw new Error(`no way of counting: ${text}`)
  return counting
}

const weekdays = ['dom', 'seg', 'ter', 'qua', 'qui', 'sex', 'sáb']
const countings: Readonly<Record<string, Counting>> = {
  úteis: 'working',
  corridos: 'calendar-rolled',
  'corridos exatos': 'calendar',
}

function sectionOf(text: string): Section {
  const [title = ''] = text.split('\n', 1)
  const [columns = [], , ...rows] = text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
  const opens = new Set([...text.matchAll(/^- abre (\S+)$/gm)].map(([, day]) => day))
  const closes = [...text.matchAll(/^- fecha (\S+?)(?: a (\S+?))?: (.+)$/gm)].flatMap(([, from = '', to, name = '']) =>
    daysOf(localDate(from), localDate(to ?? from)).map((date) => ({ date, name })),
  )
  const national = Array.from({ length: 20 }, (_, index) => nationalHolidays(2015 + index)).flat()
  return { title, columns, rows, holidays: [...national, ...closes].filter(({ date }) => !opens.has(date)) }
}

function daysOf(from: LocalDate, to: LocalDate): LocalDate[] {
  return from > to ? [] : [from, ...daysOf(addDays(from, 1), to)]
}
