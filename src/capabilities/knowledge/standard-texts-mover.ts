import type { Database } from '../../platform/db/index.ts'
import { countTexts, moveTexts } from './knowledge.queries.ts'

/** Standard texts become the successor's; one whose name is taken there keeps the acronym it came from in its own. */
export const standardTextsMover = {
  kind: 'standard-texts',
  words: ['texto padrão', 'textos padrão'],
  count: (db: Database, from: string) => countTexts(db, from),
  move: async (db: Database, { from, to }: { readonly from: string; readonly to: string }) => {
    const renamed = await moveTexts(db, from, to)
    return {
      count: renamed.length,
      notes: renamed.flatMap(({ before, after }) =>
        before === after
          ? []
          : [`O texto padrão “${before}” passou a se chamar “${after}”: já havia outro com o nome.`],
      ),
    }
  },
} as const
