import type { Database } from '../../platform/db/index.ts'
import { type Contact, type ContactToRegister, mostContactsCounted } from './contact.ts'
import type { ContactQuestion } from './contact-question.rules.ts'

/** Undefined where somebody already has this CPF or CNPJ. */
export async function insertContact(
  db: Database,
  contact: ContactToRegister,
  accountId: string,
  now: Date,
): Promise<string | undefined> {
  const [row] = await db<{ id: string }[]>`
    insert into people.contact (kind, name, cpf, cnpj, email, phone, city, created_at, created_by)
    values (${contact.kind}, ${contact.name}, ${contact.cpf ?? null}, ${contact.cnpj ?? null}, ${contact.email ?? ''},
      ${contact.phone ?? ''}, ${contact.city ?? ''}, ${now}, ${accountId || null})
    on conflict do nothing returning id`
  return row?.id
}

export async function selectByDocument(
  db: Database,
  { cpf, cnpj }: { readonly cpf?: string | undefined; readonly cnpj?: string | undefined },
): Promise<Contact | undefined> {
  const [row] = await db<ContactRow[]>`select ${columns(db)} from people.contact c
    where c.cpf = ${cpf ?? null} or c.cnpj = ${cnpj ?? null} limit 1`
  return row && contactOf(row)
}

export async function selectByIds(db: Database, ids: readonly string[]): Promise<Contact[]> {
  if (ids.length === 0) return []
  const rows = await db<
    ContactRow[]
  >`select ${columns(db)} from people.contact c where c.id = any(${[...ids]}::bigint[])`
  return rows.map(contactOf)
}

/** One page of the register and how many there are, counted up to `mostContactsCounted`. */
export async function selectContacts(
  db: Database,
  question: ContactQuestion,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ contacts: Contact[]; total: number }> {
  const rows = await db<(ContactRow & { total: number })[]>`
    select ${columns(db)}, (select count(*)::int from (select 1 from people.contact c ${conditionOf(db, question)}
                               limit ${mostContactsCounted + 1}) counted) as total
      from people.contact c ${conditionOf(db, question)}
     order by platform.plain(lower(c.name)), c.id limit ${limit} offset ${offset}`
  return { contacts: rows.map(contactOf), total: rows[0]?.total ?? 0 }
}

/** The longest word goes through the trigram index; the others are asked of what it finds. */
function conditionOf(db: Database, question: ContactQuestion) {
  switch (question.by) {
    case 'all':
      return db``
    case 'cpf':
      return db`where c.cpf = ${question.cpf}`
    case 'cnpj':
      return db`where c.cnpj = ${question.cnpj}`
    case 'words': {
      const [longest = '', ...others] = question.patterns
      return db`where platform.plain(lower(c.name)) like platform.plain(lower(${longest}))
        and platform.plain(lower(c.name)) like all (
          select platform.plain(lower(w)) from unnest(${others}::text[]) w)`
    }
  }
}

const columns = (db: Database) => db`c.id, c.kind, c.name, c.cpf, c.cnpj, c.email, c.phone, c.city`

type ContactRow = Omit<Contact, 'cpf' | 'cnpj'> & { cpf: string | null; cnpj: string | null }

function contactOf({ id, kind, name, cpf, cnpj, email, phone, city }: ContactRow): Contact {
  return { id, kind, name, cpf: cpf ?? undefined, cnpj: cnpj ?? undefined, email, phone, city }
}
