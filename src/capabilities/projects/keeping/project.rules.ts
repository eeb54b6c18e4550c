import type { ProjectState } from './project.ts'

/** Only then something can be late. */
export const isRunning = (state: ProjectState) => state === 'planned' || state === 'under-way'

/** Nothing changes any more but the state of the project itself. */
export const isEnded = (state: ProjectState) => state === 'concluded' || state === 'cancelled'
