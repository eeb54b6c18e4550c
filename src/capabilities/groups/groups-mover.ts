import type { Database } from '../../platform/db/index.ts'
import { countGroupsOf, moveGroups } from './groups.queries.ts'

/** The groups of a unit are its successor's to keep (EST-088). */
export const groupsMover = {
  kind: 'groups',
  words: ['grupo da unidade', 'grupos da unidade'],
  count: (db: Database, from: string) => countGroupsOf(db, from),
  move: async (db: Database, { from, to }: { readonly from: string; readonly to: string }) => ({
    count: await moveGroups(db, from, to),
    notes: [],
  }),
} as const
