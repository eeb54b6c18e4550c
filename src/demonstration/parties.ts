import { registerContact } from '../capabilities/people/index.ts'
import type { Actor } from '../platform/actor.ts'
import type { Database } from '../platform/db/index.ts'
import { must } from './furnish-registers.ts'
import type { Ids } from './ids.ts'

const cities = ['Natal', 'Mossoró', 'Caicó', 'Parnamirim', 'Currais Novos'] as const
const ofOrganizations = /Ltda|S\.A\.|Secretaria|Comissão|Coordenadoria|Gabinete|\(/

/** Contacts of one demonstration, by name: who comes back is the same person, as a clerk would find them in the register. */
const known = new WeakMap<Ids, Map<string, string>>()

/** The contact of that name, registered when it comes for the first time. */
export async function partyOf(db: Database, by: Actor, ids: Ids, name: string, now: Date): Promise<string> {
  const contacts = known.get(ids) ?? new Map<string, string>()
  known.set(ids, contacts)
  const there = contacts.get(name)
  if (there) return there
  const kind = ofOrganizations.test(name) ? 'organization' : 'person'
  const { id } = must(await registerContact(db, by, { kind, name, city: cities[name.length % cities.length] }, now))
  contacts.set(name, id)
  return id
}
