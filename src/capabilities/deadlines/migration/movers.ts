import type { Database } from '../../../platform/db/index.ts'
import { countDeadlinesOf, moveDeadlines, moveSetting, selectSettingToMove } from './migration.queries.ts'

/** Deadlines go with the case file, also those that were met: whoever goes on with the work sees what was done in time. */
export const deadlinesMover = {
  kind: 'deadlines',
  words: ['prazo da unidade', 'prazos da unidade'],
  perCaseFile: countDeadlinesOf,
  move: async (
    db: Database,
    step: { readonly caseFileId: string; readonly from: readonly string[]; readonly to: string },
  ) => ({ count: await moveDeadlines(db, step), notes: [] }),
} as const

/** How many days before the unit is reminded. What the new unit said for itself goes first. */
export const reminderSettingMover = {
  kind: 'reminder-setting',
  words: ['antecedência dos lembretes', 'antecedências dos lembretes'],
  count: async (db: Database, from: string) => ((await selectSettingToMove(db, from, undefined)).has ? 1 : 0),
  move: async (db: Database, { from, to }: { readonly from: string; readonly to: string }) => {
    const { has, taken } = await selectSettingToMove(db, from, to)
    if (!has) return { count: 0, notes: [] }
    if (taken) return { count: 0, notes: ['A unidade nova já tem a própria antecedência dos lembretes: ficou a dela.'] }
    await moveSetting(db, from, to)
    return { count: 1, notes: [] }
  },
} as const
