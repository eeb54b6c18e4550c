import type { LocalDate } from '../../../platform/calendar/index.ts'

export const projectStates = ['planned', 'under-way', 'paused', 'concluded', 'cancelled'] as const
/** How far a project is. Only what is planned or under way can be late. */
export type ProjectState = (typeof projectStates)[number]

/** What is written down of a project. @term projeto */
export interface ProjectTerms {
  readonly name: string
  readonly aim: string
  readonly responsibleId: string
  readonly state: ProjectState
  readonly startsOn: LocalDate
  readonly endsOn: LocalDate
  /** The other units that take part, as typed: `COFIC`, or `GS (SET/RN)`. */
  readonly units: readonly string[]
}
