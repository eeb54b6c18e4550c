import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import { patienceMs } from '../editing/pen-holder.ts'
import { countDrafts, moveDrafts, selectBeingWritten } from './migration.queries.ts'

/** Drafts pass to the unit that succeeds their own; signed documents keep it for ever (EST-089). */
export const draftsMover = {
  kind: 'drafts',
  words: ['minuta', 'minutas'],
  perCaseFile: countDrafts,
  busy: (db: Database, from: readonly string[], now: Date) =>
    selectBeingWritten(db, from, new Date(now.getTime() - patienceMs)),
  move: async (
    db: Database,
    step: {
      readonly caseFileId: string
      readonly from: readonly string[]
      readonly to: string
      readonly actor: Actor
      readonly now: Date
    },
  ) => ({ count: await moveDrafts(db, step, step.actor.userId), notes: [] }),
} as const
