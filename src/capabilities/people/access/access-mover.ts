import type { Database } from '../../../platform/db/index.ts'
import { countAccess, moveAccess } from './access.queries.ts'

/** How much of the contacts a unit sees, its successor sees (EST-088). */
export const contactAccessMover = {
  kind: 'contact-access',
  words: ['acesso a contatos', 'acessos a contatos'],
  count: (db: Database, from: string) => countAccess(db, from),
  move: async (db: Database, { from, to }: { readonly from: string; readonly to: string }) => {
    const { count, kept } = await moveAccess(db, from, to)
    return { count, notes: kept > 0 ? ['A nova unidade ficou com o acesso a contatos que já tinha.'] : [] }
  },
} as const
