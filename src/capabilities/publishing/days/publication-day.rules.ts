import type { Holiday, LocalDate } from '../../../platform/calendar/index.ts'

/** When a vehicle has editions, and until when it takes something for the next one. */
export interface VehicleDays {
  readonly kind: 'internal' | 'external'
  /** 0 for Sunday to 6 for Saturday. */
  readonly weekdays: readonly number[]
  /** `17:00`; undefined: until the last minute. */
  readonly cutOff: string | undefined
  /** Days without an edition, besides the holidays. */
  readonly closedDays: readonly LocalDate[]
}

export interface DayFacts {
  readonly vehicle: VehicleDays
  readonly on: LocalDate
  readonly weekday: number
  readonly extraordinary: boolean
  /** What the clocks of the vehicle's place show. */
  readonly here: { readonly day: LocalDate; readonly time: string }
  readonly tomorrow: LocalDate
  readonly farthest: LocalDate
  readonly holidays: readonly Pick<Holiday, 'date' | 'name'>[]
}

export type DayRefusal =
  | { readonly kind: 'past' | 'too-far' | 'no-edition' | 'closed-day' | 'edition-closed' }
  | { readonly kind: 'after-cut-off'; readonly cutOff: string }
  | { readonly kind: 'holiday'; readonly name: string }

/**
 * All the reasons against that day; none means that it may be published then. A holiday is none for anybody (EST-070,
 * DOC-101). An extraordinary edition comes out on other days of the week too, and after the hour at which the ordinary
 * one closes. The edition of today of an external gazette is out already.
 */
export function refusalsOfDay(facts: DayFacts): DayRefusal[] {
  const { vehicle, on, here, extraordinary } = facts
  if (on < here.day) return [{ kind: 'past' }]
  if (on > facts.farthest) return [{ kind: 'too-far' }]
  const holiday = facts.holidays.find(({ date }) => date === on)
  return [
    ...(holiday ? [{ kind: 'holiday', name: holiday.name } as const] : []),
    ...(!extraordinary && vehicle.closedDays.includes(on) ? [{ kind: 'closed-day' } as const] : []),
    ...(extraordinary || vehicle.weekdays.includes(facts.weekday) ? [] : [{ kind: 'no-edition' } as const]),
    ...(extraordinary ? [] : refusalsOfHour(facts)),
  ]
}

/** The bulletin closes on its own day, an external gazette on the day before. */
function refusalsOfHour({ vehicle, on, here, tomorrow }: DayFacts): DayRefusal[] {
  const isExternal = vehicle.kind === 'external'
  if (isExternal && on === here.day) return [{ kind: 'edition-closed' }]
  const closesToday = on === (isExternal ? tomorrow : here.day)
  const isLate = vehicle.cutOff !== undefined && here.time >= vehicle.cutOff
  return closesToday && isLate ? [{ kind: 'after-cut-off', cutOff: vehicle.cutOff ?? '' }] : []
}

/** Reasons that only say that it is too late for that edition: it goes into the next one (DOE-04). */
export function isLate({ kind }: DayRefusal): boolean {
  return kind === 'after-cut-off' || kind === 'edition-closed'
}

/**
 * Whether the edition of a day has closed for what was sent to it: at the hour of the day before, or with that day; an
 * extraordinary one with the beginning of its own day. Then nothing is cancelled any more (DOE-01).
 */
export function hasClosed(
  { cutOff }: Pick<VehicleDays, 'cutOff'>,
  edition: { readonly dayBefore: LocalDate; readonly on: LocalDate; readonly extraordinary: boolean },
  here: DayFacts['here'],
): boolean {
  if (here.day >= edition.on) return true
  if (edition.extraordinary || cutOff === undefined || here.day !== edition.dayBefore) return false
  return here.time >= cutOff
}
