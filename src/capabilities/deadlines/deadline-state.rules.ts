import { daysBetween, type LocalDate, todayIn } from '../../platform/calendar/index.ts'

/** What must be known of a deadline to say how it stands. */
export interface DeadlineFacts {
  readonly dueOn: LocalDate
  /** 'HH:MM'. Undefined: until the end of the day. */
  readonly dueTime: string | undefined
  readonly concludedAt: Date | undefined
}

/** How a deadline stands: still open, or concluded in time or not. `days`: left, or late. */
export type DeadlineState =
  | { readonly kind: 'ahead' | 'soon'; readonly days: number }
  | { readonly kind: 'today' }
  | { readonly kind: 'late'; readonly days: number }
  | { readonly kind: 'concluded'; readonly on: LocalDate }
  | { readonly kind: 'concluded-late'; readonly on: LocalDate; readonly days: number }

/** Up to so many days before it, a deadline asks for attention. */
export const soonDays = 3

/** How a deadline stands at a moment. The minute of its hour, and the whole of its day, still belong to it. */
export function stateOf(facts: DeadlineFacts, now: Date): DeadlineState {
  const { dueOn, concludedAt } = facts
  const on = todayIn(concludedAt ?? now)
  const days = daysBetween(on, dueOn)
  if (concludedAt) return isLate(facts, now) ? { kind: 'concluded-late', on, days: -days } : { kind: 'concluded', on }
  if (isLate(facts, now)) return { kind: 'late', days: -days }
  if (days === 0) return { kind: 'today' }
  return { kind: days <= soonDays ? 'soon' : 'ahead', days }
}

/** Whether it had passed when it was concluded, or has passed at the moment. `deadlines.is_late` says the same in SQL. */
export function isLate({ dueOn, dueTime, concludedAt }: DeadlineFacts, now: Date): boolean {
  const at = concludedAt ?? now
  return `${todayIn(at)} ${timeOfDay(at)}` > `${dueOn} ${dueTime ?? '24:00'}`
}

/** 'HH:MM' in Brasília. */
function timeOfDay(at: Date): string {
  return inBrasilia.format(at)
}

const inBrasilia = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'America/Sao_Paulo',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
