import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import { countReopenings, moveReopenings } from './migration.queries.ts'

/** What the old unit would have had back on its desk comes to the desk of the new one; of several days, on the first. */
export const reopeningsMover = {
  kind: 'reopenings',
  words: ['reabertura programada', 'reaberturas programadas'],
  perCaseFile: countReopenings,
  move: async (
    db: Database,
    step: {
      readonly caseFileId: string
      readonly from: readonly string[]
      readonly to: string
      readonly actor: Actor
      readonly now: Date
    },
  ) => {
    const { count, replaced } = await moveReopenings(db, step, step.actor.userId)
    const notes = replaced > 0 ? ['Havia mais de uma reabertura programada: ficou a do primeiro dia.'] : []
    return { count, notes }
  },
} as const
