import { daysBetween, type LocalDate } from '../../../platform/calendar/index.ts'

/** How a scheduled return stands. @term retorno programado */
export type ReturnState = 'pending' | 'late' | 'returned' | 'returned-late'

/** A return that a unit asked of another one. */
export interface ReturnFacts {
  readonly due: LocalDate
  /** The day on which it was sent back; undefined while it is awaited. */
  readonly returnedOn: LocalDate | undefined
}

/** PRO-150: to return, late or returned; the unit that asked reads the same as waiting, late or fulfilled. */
export function returnState({ due, returnedOn }: ReturnFacts, today: LocalDate): ReturnState {
  if (returnedOn) return returnedOn > due ? 'returned-late' : 'returned'
  return today > due ? 'late' : 'pending'
}

/** Days left, or late where negative; of what was returned, as it was then. */
export function daysOfReturn({ due, returnedOn }: ReturnFacts, today: LocalDate): number {
  return daysBetween(returnedOn ?? today, due)
}

export type ReturnRefusal =
  | { readonly kind: 'already-returned' }
  | { readonly kind: 'not-later'; readonly due: LocalDate }
  | { readonly kind: 'already-past' }
  | { readonly kind: 'no-day' }

/** The unit that asked may only put the day off, and only while it is awaited (PRO-152). */
export function refusalsToExtend(facts: ReturnFacts, newDue: LocalDate | undefined, today: LocalDate): ReturnRefusal[] {
  if (facts.returnedOn) return [{ kind: 'already-returned' }]
  if (!newDue) return [{ kind: 'no-day' }]
  if (newDue <= facts.due) return [{ kind: 'not-later', due: facts.due }]
  return newDue < today ? [{ kind: 'already-past' }] : []
}
