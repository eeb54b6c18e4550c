import type { CaseEvent } from './case-event.ts'

/** Kinds that the summary leaves out: the small work inside a unit. The complete history shows them all (AUD-001). */
const onlyInComplete: ReadonlySet<CaseEvent['kind']> = new Set([
  'case-assigned',
  'case-unassigned',
  'document-saved',
  'document-data-changed',
  'document-locked',
  'version-restored',
  'tree-reordered',
  'case-data-changed',
  'case-exported',
  'deadline-set',
  'deadline-changed',
  'deadline-concluded',
  'deadline-reopened',
  'deadline-deleted',
  'comment-changed',
])

/** The kinds that the summary leaves out, for SQL. */
export const leftOutOfSummary: readonly string[] = [...onlyInComplete]
