import type { EntryState } from './entry.ts'

/** Nothing more is expected. */
export function isSettled(state: EntryState): boolean {
  return state === 'answered' || state === 'dispatched' || state === 'filed'
}

export interface MoveFacts {
  readonly to: EntryState
  readonly hasCaseFile: boolean
  /** Somebody of the unit is named, now or before. */
  readonly hasPerson: boolean
}

export type MoveRefusal = { readonly kind: 'needs-case-file' | 'needs-person' | 'back-to-received' }

/** All the reasons against this state (FLX-043): formalised is in a case file, distributed is with somebody. */
export function refusalsToMove({ to, hasCaseFile, hasPerson }: MoveFacts): MoveRefusal[] {
  const when = (holds: boolean, refusal: MoveRefusal) => (holds ? [refusal] : [])
  return [
    ...when(to === 'formalised' && !hasCaseFile, { kind: 'needs-case-file' }),
    ...when((to === 'distributed' || to === 'under-analysis') && !hasPerson, { kind: 'needs-person' }),
    ...when(to === 'received' && (hasCaseFile || hasPerson), { kind: 'back-to-received' }),
  ]
}

export interface DayTotals {
  /** Came in on the day. */
  readonly received: number
  /** Of these, those that are in a case file now (QD-04). */
  readonly formalised: number
  /** Came in before and was open when the day began. */
  readonly carried: number
  /** Settled on the day. */
  readonly closed: number
  /** Open when the day ended, or now. */
  readonly open: number
}

/** Whether the page adds up (FLX-046): what came and what was there, without what was settled, is what is left. */
export function addsUp({ received, carried, closed, open }: Omit<DayTotals, 'formalised'>): boolean {
  return received + carried - closed === open
}
