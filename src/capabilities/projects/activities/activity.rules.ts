import { daysBetween, type LocalDate } from '../../../platform/calendar/index.ts'
import { isRunning } from '../keeping/project.rules.ts'
import type { ProjectState } from '../keeping/project.ts'
import type { ActivityDays, ActivityTerms } from './activity.ts'

export type ActivityStanding =
  | { readonly kind: 'cancelled' | 'under-way' | 'not-begun' }
  | { readonly kind: 'done'; readonly daysLate: number }
  /** It should have ended; `days` ago. */
  | { readonly kind: 'late'; readonly days: number }
  /** It should have begun; `days` ago. */
  | { readonly kind: 'late-to-begin'; readonly days: number }
  /** It ends within a week; 0: today. */
  | { readonly kind: 'due'; readonly days: number }

/** How an activity stands on a day. In a project that stands still nothing is late. */
export function standingOf(activity: ActivityDays, project: ProjectState, today: LocalDate): ActivityStanding {
  const { plannedFrom, plannedUntil, begunOn, endedOn, isCancelled } = activity
  if (isCancelled) return { kind: 'cancelled' }
  if (endedOn) return { kind: 'done', daysLate: Math.max(0, daysBetween(plannedUntil, endedOn)) }
  const calm = { kind: begunOn ? 'under-way' : 'not-begun' } as const
  if (!isRunning(project)) return calm
  if (plannedUntil < today) return { kind: 'late', days: daysBetween(plannedUntil, today) }
  if (!begunOn && plannedFrom < today) return { kind: 'late-to-begin', days: daysBetween(plannedFrom, today) }
  const left = daysBetween(today, plannedUntil)
  return left <= 7 ? { kind: 'due', days: left } : calm
}

export interface ProjectFigures {
  /** Without what was cancelled. */
  readonly activities: number
  readonly done: number
  readonly late: number
  /** How much is done of all planned days. Undefined: there is nothing to do. */
  readonly percent: number | undefined
}

/** The critical facts of a project. A longer activity weighs more; a milestone weighs a day. */
export function figuresOf(
  activities: readonly ActivityDays[],
  project: ProjectState,
  today: LocalDate,
): ProjectFigures {
  const counted = activities.filter(({ isCancelled }) => !isCancelled)
  const daysOf = (one: ActivityDays) => daysBetween(one.plannedFrom, one.plannedUntil) + 1
  const all = counted.reduce((sum, one) => sum + daysOf(one), 0)
  const made = counted.reduce((sum, one) => sum + daysOf(one) * one.percent, 0)
  return {
    activities: counted.length,
    done: counted.filter(({ endedOn }) => endedOn).length,
    late: counted.filter((one) => standingOf(one, project, today).kind === 'late').length,
    percent: all === 0 ? undefined : Math.floor(made / all),
  }
}

/** What falls due next: the first day from today on of what is not done. */
export function nextDue<Activity extends ActivityDays>(
  activities: readonly Activity[],
  today: LocalDate,
): Activity | undefined {
  return activities
    .filter((one) => !one.isCancelled && !one.endedOn && one.plannedUntil >= today)
    .reduce<Activity | undefined>(
      (first, one) => (first && first.plannedUntil <= one.plannedUntil ? first : one),
      undefined,
    )
}

export type TermsRefusal =
  | 'ends-before-it-begins'
  | 'milestone-is-a-day'
  | 'milestone-is-whole'
  | 'needs-begin'
  | 'needs-end'
  | 'ended-before-it-began'
  | 'begin-not-yet'
  | 'end-not-yet'

/** Why an activity cannot be as it was written. */
export function refusalsOfTerms(terms: ActivityTerms, today: LocalDate): readonly TermsRefusal[] {
  const { plannedFrom, plannedUntil, begunOn, endedOn, percent, isMilestone } = terms
  const refusals: [boolean, TermsRefusal][] = [
    [plannedUntil < plannedFrom, 'ends-before-it-begins'],
    [isMilestone && plannedUntil > plannedFrom, 'milestone-is-a-day'],
    [isMilestone && percent > 0 && percent < 100, 'milestone-is-whole'],
    [!begunOn && (percent > 0 || endedOn !== undefined), 'needs-begin'],
    [percent === 100 && !endedOn, 'needs-end'],
    [begunOn !== undefined && endedOn !== undefined && endedOn < begunOn, 'ended-before-it-began'],
    [begunOn !== undefined && begunOn > today, 'begin-not-yet'],
    [endedOn !== undefined && endedOn > today, 'end-not-yet'],
  ]
  return refusals.flatMap(([applies, refusal]) => (applies ? [refusal] : []))
}

/** Those for which this one waits and that are planned to end only after it begins. */
export function clashesOf<Activity extends ActivityDays & { readonly id: string }>(
  activity: Activity & { readonly afterIds: readonly string[] },
  activities: readonly Activity[],
): readonly Activity[] {
  if (activity.isCancelled || activity.endedOn) return []
  return activities.filter(
    (one) =>
      activity.afterIds.includes(one.id) &&
      !one.isCancelled &&
      !one.endedOn &&
      one.plannedUntil >= activity.plannedFrom &&
      !(one.isMilestone && one.plannedUntil === activity.plannedFrom),
  )
}
