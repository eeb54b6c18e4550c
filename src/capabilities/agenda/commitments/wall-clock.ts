import { todayIn } from '../../../platform/calendar/index.ts'

/** An hour of a day on the clock of Brasília, as an instant. */
export function instantAt(day: string, clock: string): Date {
  return new Date(`${day}T${clock}:00-03:00`)
}

/** `09:30`, of an instant on the clock of Brasília. */
export function clockOf(at: Date): string {
  return new Date(at.getTime() - 3 * 3_600_000).toISOString().slice(11, 16)
}

/** Minutes since midnight: of `09:30`, 570. */
export function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
}

export function clockOfMinutes(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** `09:00 às 09:30`; with the day of the end where it is another. */
export function tellSpan(from: Date, to: Date): string {
  const sameDay = todayIn(from) === todayIn(to)
  return `${clockOf(from)} às ${clockOf(to)}${sameDay ? '' : ' do dia seguinte'}`
}
