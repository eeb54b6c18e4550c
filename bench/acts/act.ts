import type { ReservedSql } from 'postgres'
import type { Pool } from '../../src/platform/db/index.ts'
import type { Browser } from '../http-client.ts'
import type { Work } from '../measure.ts'

/** What acts are done with: people signed in at their browsers, and as many bare connections to the database. */
export interface Hands {
  readonly browsers: readonly Browser[]
  readonly connections: readonly ReservedSql[]
  /** Where the program is, for people who sign in meanwhile. */
  readonly url: string
  /** Below it are the files of the measured program. */
  readonly folder: string
  /** For looking and for putting things back, outside of what is timed. */
  readonly db: Pool
  /** Ids that forms and statements name. */
  readonly ids: Ids
}

export interface Ids {
  readonly unit: (slug: string) => string
  readonly accounts: readonly string[]
  readonly caseType: string
  readonly recordClass: string
  readonly documentType: string
  /** Of documents that come as files. */
  readonly uploadType: string
}

/** One thing that people do, in two ways: through the whole program, and as the bare SQL that it comes to. */
export interface Act {
  /** For `--only`. */
  readonly name: string
  /** In Portuguese, for the table. */
  readonly title: string
  /** What each side does, in Portuguese. */
  readonly ours: string
  readonly byHand: string
  /** HTTP requests of one act. */
  readonly requests: number
  prepare(hands: Hands): Promise<PreparedAct>
}

export interface PreparedAct {
  readonly ours: Work
  readonly byHand: Work
  /** Rounds may be shorter where much is written. */
  readonly share?: number
  /** Puts back what was used up, between rounds. */
  readonly restock?: () => Promise<void>
  /** Bytes of the page, for acts that show one. */
  readonly pageBytes?: () => Promise<number>
}

export function the<Item>(items: readonly Item[], place: number): Item {
  const item = items[place % items.length]
  if (item === undefined) throw new Error('the list is empty')
  return item
}
