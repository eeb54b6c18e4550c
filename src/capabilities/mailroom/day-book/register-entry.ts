import type { Actor } from '../../../platform/actor.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { insertEntry } from './day-book.queries.ts'
import type { EntryToRegister } from './entry.ts'

export type RegisterRefusal = { readonly kind: 'not-yet' }

/** Letters and digits that nobody takes for one another. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/**
 * Writes down what came in, with the next number of the unit in the year of its arrival, and the code of its receipt
 * (FLX-041, FLX-042). Registered after the system was away, it keeps the moment at which it came. Refused: not yet come.
 */
export async function registerEntry(
  db: Database,
  actor: Actor,
  request: EntryToRegister & { readonly token: string },
  now: Date,
): Promise<Outcome<{ id: string }, RegisterRefusal>> {
  if (request.receivedAt > now) return refuse({ kind: 'not-yet' })
  const year = Number(todayIn(request.receivedAt).slice(0, 4))
  const { token, ...entry } = request
  return inTransaction(db, async (trx) => {
    const id = await insertEntry(trx, actor, { ...entry, year, code: codeOf(token) }, now)
    return done({ id })
  })
}

/** Twelve signs from sixty bits of chance. */
function codeOf(token: string): string {
  const bytes = Buffer.from(token, 'base64url')
  return Array.from({ length: 12 }, (_, place) => alphabet[(bytes[place] ?? 0) % alphabet.length]).join('')
}
