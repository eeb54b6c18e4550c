import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { TermToAsk } from './term.form.ts'
import {
  decideTerm as decide,
  insertTerm,
  type RemovalRow,
  selectRemovalFile,
  selectRemovals,
  selectTerms,
  type TermRow,
} from './terms.queries.ts'

const mostRemovals = 100

/** Terms that are asked and were decided, and what was moved away by them. */
export async function listTerms(
  db: Database,
): Promise<{ readonly terms: readonly TermRow[]; readonly removals: readonly RemovalRow[] }> {
  const [terms, removals] = await Promise.all([selectTerms(db), selectRemovals(db, mostRemovals)])
  return { terms, removals }
}

/** The digest of the file of a removal. */
export const findRemovalFile = (db: Database, id: string) => selectRemovalFile(db, id)

/** False: one of this category waits for its decision. Whether the actor may is asked before. */
export const askTerm = (db: Database, actor: Actor, term: TermToAsk, now: Date): Promise<boolean> =>
  insertTerm(db, term, { accountId: actor.userId, at: now })

/** False: there is nothing for this person to decide; nobody decides what they asked themselves. */
export const decideTerm = (db: Database, actor: Actor, id: string, isGranted: boolean, now: Date): Promise<boolean> =>
  decide(db, id, isGranted, { accountId: actor.userId, at: now })
