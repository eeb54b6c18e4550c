import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { CaseRefusal } from '../../cases/index.ts'

/** How many open deadlines a unit may keep in one case file. */
export const mostOpen = 50

export type DeadlineRefusal =
  | CaseRefusal
  | { readonly kind: 'no-such-case-file' }
  | { readonly kind: 'already-past'; readonly due: LocalDate }
  | { readonly kind: 'too-many' }
  | { readonly kind: 'concluded' }
  | { readonly kind: 'not-concluded' }

/** What may be done with a deadline that stands. */
export type DeadlineAct = 'change' | 'conclude' | 'reopen' | 'delete'

/** Reasons against setting one more deadline in a case file, besides those of the case file itself. */
export function refusalsToSet(facts: {
  readonly due: LocalDate
  readonly today: LocalDate
  readonly alreadyOpen: number
}): DeadlineRefusal[] {
  return [
    ...(facts.due < facts.today ? [{ kind: 'already-past', due: facts.due } as const] : []),
    ...(facts.alreadyOpen >= mostOpen ? [{ kind: 'too-many' } as const] : []),
  ]
}

/** Reasons against an act on a deadline: a concluded one is reopened before it changes. */
export function refusalsToActOn(
  act: DeadlineAct,
  facts: {
    readonly concluded: boolean
    readonly due: LocalDate
    /** The new day, where the act is a change; the same as `due` where only the text changes. */
    readonly newDue?: LocalDate | undefined
    readonly today: LocalDate
  },
): DeadlineRefusal[] {
  if (act === 'reopen') return facts.concluded ? [] : [{ kind: 'not-concluded' }]
  if (act !== 'delete' && facts.concluded) return [{ kind: 'concluded' }]
  const { newDue, due, today } = facts
  if (act === 'change' && newDue && newDue !== due && newDue < today) return [{ kind: 'already-past', due: newDue }]
  return []
}
