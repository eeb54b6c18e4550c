import { addDays, daysBetween, type LocalDate } from '../../platform/calendar/index.ts'

/** How an item of a plan stands on a case file (PRO-245); without any nobody has begun it. */
export const itemStates = ['under-way', 'paused', 'finished', 'problem', 'not-applicable', 'disregarded'] as const

export type ItemState = (typeof itemStates)[number]

/** Nothing more is expected of the item. The list asks the same in SQL. */
export function isSettled(state: ItemState | null): boolean {
  return state === 'finished' || state === 'not-applicable' || state === 'disregarded'
}

/** The last day of an item; undefined where it has no term. */
export function dueDay(since: LocalDate, days: number | null): LocalDate | undefined {
  return days === null ? undefined : addDays(since, days)
}

/** Whether the last day has passed and something is still expected. */
export function isLate(state: ItemState | null, due: LocalDate | undefined, today: LocalDate): boolean {
  return due !== undefined && !isSettled(state) && daysBetween(due, today) > 0
}

/** A document that comes in sets the item under way (PRO-245), also where it had been paused or settled. */
export const stateWithDocument: ItemState = 'under-way'

/** How many items there are, and of how many nothing more is expected. */
export function progressOf(states: readonly (ItemState | null)[]): { readonly settled: number; readonly all: number } {
  return { settled: states.filter(isSettled).length, all: states.length }
}
