import type { Actor } from '../../platform/actor.ts'
import { type Database, inTransaction } from '../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../platform/outcome.ts'
import { type Editor, noteActive, noteChange } from '../organization/index.ts'
import type { Contact, ContactToRegister } from './contact.ts'
import { fieldsOfContact } from './new-contact-fields.text.ts'
import { insertContact, lockContact, selectByDocument, updateContact, updateContactActive } from './people.queries.ts'

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
  if (id) {
    await noteChange(
      db,
      actor,
      { register: 'contact', id },
      { before: undefined, after: fieldsOfContact(contact) },
      now,
    )
    return done({ id })
  }
  const other = await selectByDocument(db, contact)
  if (!other) throw new Error('a contact was neither made nor found')
  return refuse({ kind: 'already-registered', contact: other })
}

/** Changes a contact: its CPF or CNPJ says who it is, and stays. Undefined where there is none. */
export async function changeContact(
  db: Database,
  by: Editor,
  id: string,
  contact: ContactToRegister,
  now: Date,
): Promise<Outcome<true, never> | undefined> {
  return inTransaction(db, async (trx) => {
    const before = await lockContact(trx, id)
    if (!before) return undefined
    await updateContact(trx, id, contact)
    const fields = { before: fieldsOfContact(before), after: fieldsOfContact(contact) }
    await noteChange(trx, by, { register: 'contact', id }, fields, now)
    return done(true)
  })
}

/** Takes a contact out of use, or back into it. Where case files name it, it stays. */
export async function setContactActive(
  db: Database,
  by: Editor,
  id: string,
  active: boolean,
  now: Date,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    if (!(await updateContactActive(trx, id, active, now))) return
    await noteActive(trx, by, { register: 'contact', id }, active, now)
  })
}
