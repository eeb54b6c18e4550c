import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import { registerContact } from '../../people/index.ts'
import type { PartyRequest } from './case-fields.form.ts'

/** The contact of each party, in order; new names are registered as persons first. */
export async function registerParties(
  db: Database,
  actor: Actor,
  parties: readonly PartyRequest[],
  now: Date,
): Promise<string[]> {
  const ids = await Promise.all(
    parties.map(async (party) => {
      if ('contactId' in party) return party.contactId
      const outcome = await registerContact(db, actor, { kind: party.kind ?? 'person', name: party.newName }, now)
      if (!outcome.done) throw new Error('a name alone was taken for somebody else')
      return outcome.value.id
    }),
  )
  return [...new Set(ids)]
}
