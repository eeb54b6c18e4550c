import type { LocalDate } from '../../../platform/calendar/index.ts'

/** What a class says of keeping (PRO-040). */
export interface ClassFacts {
  readonly code: string
  readonly currentYears: number | null
  readonly intermediateYears: number | null
  readonly disposition: 'elimination' | 'permanent' | null
  /** The fact from which its years are counted; '' where that is the conclusion in all units. */
  readonly termEvent: string
}

/** What decides how long an archived case file is kept. */
export interface TermFacts {
  /** The day of the conclusion in the last unit (PRO-042). */
  readonly concludedOn: LocalDate
  readonly classes: readonly ClassFacts[]
  /** Facts recorded on the case file. */
  readonly events: readonly { readonly name: string; readonly on: LocalDate }[]
}

/** How long a case file is kept, and what then becomes of it. */
export type Term =
  | { readonly kind: 'permanent'; readonly code: string }
  /** No class, or one that does not say what becomes of it or when: it is kept until somebody decides. */
  | { readonly kind: 'undefined'; readonly code: string | undefined }
  /** Years are counted from a fact that has not been recorded. */
  | { readonly kind: 'awaiting'; readonly code: string; readonly event: string }
  | {
      readonly kind: 'counted'
      /** The class whose term ends last. */
      readonly code: string
      readonly startsOn: LocalDate
      /** Last day of the current phase. */
      readonly currentUntil: LocalDate
      /** Last day of keeping; from the day after, it may be eliminated. */
      readonly finalOn: LocalDate
    }

/**
 * The term of a case file. Of several classes the one that keeps longer governs: permanent before all, then one that says
 * nothing, then one that still waits for its fact, then the latest end (PRO-043, e-ARQ 4.2.9).
 */
export function termOf(facts: TermFacts): Term {
  const [first, ...others] = facts.classes.map((one) => termOfClass(one, facts))
  return first ? others.reduce(longer, first) : { kind: 'undefined', code: undefined }
}

/** Whether keeping is over on this day. The last day of the term still is of the term. */
export function isOver(term: Term, today: LocalDate): boolean {
  return term.kind === 'counted' && term.finalOn < today
}

/**
 * The day of the same number so many years later, or the next one where there is none (Código Civil, art. 132, § 3º): from
 * the 29th of February to the 1st of March.
 */
export function addYears(day: LocalDate, years: number): LocalDate {
  const year = String(Number(day.slice(0, 4)) + years).padStart(4, '0')
  const rest = day.slice(4)
  return (rest === '-02-29' && !isLeap(Number(year)) ? `${year}-03-01` : `${year}${rest}`) as LocalDate
}

function termOfClass(one: ClassFacts, { concludedOn, events }: TermFacts): Term {
  const { code, currentYears, intermediateYears, disposition, termEvent } = one
  if (disposition === 'permanent') return { kind: 'permanent', code }
  if (disposition === null || (currentYears === null && intermediateYears === null)) return { kind: 'undefined', code }
  const event = events.find(({ name }) => name === termEvent)
  if (termEvent !== '' && !event) return { kind: 'awaiting', code, event: termEvent }
  // A fact that came before the conclusion does not shorten the keeping.
  const startsOn = event && event.on > concludedOn ? event.on : concludedOn
  const currentUntil = addYears(startsOn, currentYears ?? 0)
  return { kind: 'counted', code, startsOn, currentUntil, finalOn: addYears(currentUntil, intermediateYears ?? 0) }
}

const rank = { counted: 0, awaiting: 1, undefined: 2, permanent: 3 } as const

function longer(one: Term, other: Term): Term {
  if (one.kind === 'counted' && other.kind === 'counted') return other.finalOn > one.finalOn ? other : one
  return rank[other.kind] > rank[one.kind] ? other : one
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}
