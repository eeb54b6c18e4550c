import type { Database } from '../../platform/db/index.ts'
import { countGuidesOf, moveGuides } from './guide.queries.ts'

/** The guides that a unit writes are its successor's to write. */
export const guidesMover = {
  kind: 'guides',
  words: ['base de conhecimento', 'bases de conhecimento'],
  count: (db: Database, from: string) => countGuidesOf(db, from),
  move: async (db: Database, { from, to }: { readonly from: string; readonly to: string }) => ({
    count: await moveGuides(db, from, to),
    notes: [],
  }),
} as const
