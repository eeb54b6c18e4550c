import type { LocalDate } from '../../platform/calendar/index.ts'

export const bodyClasses = [
  'federal',
  'state',
  'municipal',
  'attorney',
  'judiciary',
  'legislature',
  'prosecution',
] as const
/** What kind of body demands (FLX-063). */
export type BodyClass = (typeof bodyClasses)[number]

export const demandStates = ['received', 'in-progress', 'extended', 'overdue', 'answered', 'answered-late'] as const
/** How a demand stands on a day; `demands.state` alone says so. */
export type DemandState = (typeof demandStates)[number]

export const exitKinds = ['slip', 'letter', 'email', 'petition', 'other'] as const
/** What proves that the answer went out. */
export type ExitKind = (typeof exitKinds)[number]

/** What is written down of a demand, but for its deadline. @term demanda externa */
export interface DemandData {
  readonly bodyClass: BodyClass
  readonly body: string
  readonly number: string
  readonly subject: string
  readonly receivedOn: LocalDate
  readonly legalBase: string
  readonly responsibleId: string | undefined
  /** Digits of the case file; undefined: none yet. */
  readonly caseNumber: string | undefined
}
