import type { Database } from '../../platform/db/index.ts'
import type { ListRequest } from '../organization/index.ts'
import { type Contact, mostContactsCounted } from './contact.ts'
import { questionOf } from './contact-question.rules.ts'
import { selectByIds, selectContacts } from './people.queries.ts'

/** Suggestions for a field: more than these are not helped by reading on. */
const mostSuggestions = 20

/** Contacts by name (all the words, in any order, accents aside), by CPF or by CNPJ in any punctuation; at most 20, in use. */
export async function findContacts(db: Database, text: string): Promise<Contact[]> {
  const question = questionOf(text)
  if (question.by === 'all') return []
  return (await selectContacts(db, question, { state: 'active', limit: mostSuggestions, offset: 0 })).contacts
}

/** The contacts of these ids, in the order of the ids; ids of nobody are left out. At most 100. */
export async function contactsByIds(db: Database, ids: readonly string[]): Promise<Contact[]> {
  const known = ids.filter((id) => /^\d{1,18}$/.test(id)).slice(0, 100)
  const found = new Map((await selectByIds(db, known)).map((contact) => [contact.id, contact]))
  return known.flatMap((id) => found.get(id) ?? [])
}

/** One page of the register, in the order of names. An empty text asks for everybody. */
export async function listContacts(
  db: Database,
  { text, state, page }: Pick<ListRequest, 'text' | 'state' | 'page'>,
): Promise<{ contacts: Contact[]; total: number; pageCount: number }> {
  const offset = (page - 1) * contactsPerPage
  const { contacts, total } = await selectContacts(db, questionOf(text), { state, limit: contactsPerPage, offset })
  return { contacts, total, pageCount: Math.max(1, Math.ceil(Math.min(total, mostContactsCounted) / contactsPerPage)) }
}

const contactsPerPage = 50
