import type { Database } from '../../platform/db/index.ts'
import {
  countDistributed,
  countFavourites,
  countInstitutional,
  moveDistributed,
  moveFavourites,
  moveInstitutional,
} from './institutional-movers.queries.ts'

interface Step {
  readonly from: string
  readonly to: string
}

/** What a unit keeps for others, what was distributed to it by name, and what it keeps at hand: all its successor's. */
export const institutionalMovers = [
  {
    kind: 'institutional-texts',
    words: ['texto institucional que a unidade mantém', 'textos institucionais que a unidade mantém'],
    count: (db: Database, from: string) => countInstitutional(db, from),
    move: async (db: Database, { from, to }: Step) => ({ count: await moveInstitutional(db, from, to), notes: [] }),
  },
  {
    kind: 'distributed-texts',
    words: ['texto distribuído à unidade', 'textos distribuídos à unidade'],
    count: (db: Database, from: string) => countDistributed(db, from),
    move: async (db: Database, { from, to }: Step) => ({ count: await moveDistributed(db, from, to), notes: [] }),
  },
  {
    kind: 'kept-models',
    words: ['texto ou modelo nos grupos da unidade', 'textos ou modelos nos grupos da unidade'],
    count: (db: Database, from: string) => countFavourites(db, from),
    move: async (db: Database, { from, to }: Step) => ({ count: await moveFavourites(db, from, to), notes: [] }),
  },
] as const
