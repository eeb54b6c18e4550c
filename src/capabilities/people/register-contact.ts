import type { Actor } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../platform/outcome.ts'
import type { Contact, ContactToRegister } from './contact.ts'
import { insertContact, selectByDocument } from './people.queries.ts'

/** Somebody already has this CPF or CNPJ. */
export type ContactRefusal = { readonly kind: 'already-registered'; readonly contact: Contact }

/**
 * Registers a person or an organization. `cpf` and `cnpj` must have been parsed. A name may stand twice, a CPF or a CNPJ
 * may not: then the refusal carries the contact that has it.
 */
export async function registerContact(
  db: Database,
  actor: Actor,
  contact: ContactToRegister,
  now: Date,
): Promise<Outcome<{ id: string }, ContactRefusal>> {
  const id = await insertContact(db, contact, actor.userId, now)
  if (id) return done({ id })
  const other = await selectByDocument(db, contact)
  if (!other) throw new Error('a contact was neither made nor found')
  return refuse({ kind: 'already-registered', contact: other })
}
