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

/** As it is, with the row locked until the transaction ends. */
export async function lockContact(db: Database, id: string): Promise<Contact | undefined> {
  const [row] = await db<ContactRow[]>`select ${columns(db)} from people.contact c where c.id = ${id} for update`
  return row && contactOf(row)
}

export async function updateContact(db: Database, id: string, contact: ContactToRegister): Promise<void> {
  await db`update people.contact set name = ${contact.name}, email = ${contact.email ?? ''},
    phone = ${contact.phone ?? ''}, city = ${contact.city ?? ''} where id = ${id}`
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
  asked: { readonly state: 'active' | 'inactive' | 'all'; readonly limit: number; readonly offset: number },
): Promise<{ contacts: Contact[]; total: number }> {
  const condition = () => db`where ${stateOf(db, asked.state)} and ${conditionOf(db, question)}`
  const rows = await db<(ContactRow & { total: number })[]>`
    select ${columns(db)}, (select count(*)::int from (select 1 from people.contact c ${condition()}
                               limit ${mostContactsCounted + 1}) counted) as total
      from people.contact c ${condition()}
     order by platform.plain(lower(c.name)), c.id limit ${asked.limit} offset ${asked.offset}`
  return { contacts: rows.map(contactOf), total: rows[0]?.total ?? 0 }
}

/** False where it was so already. */
export async function updateContactActive(db: Database, id: string, active: boolean, now: Date): Promise<boolean> {
  const rows = await db`update people.contact set deactivated_at = ${active ? null : now}
    where id = ${id} and (deactivated_at is null) <> ${active} returning 1`
  return rows.length > 0
}

function stateOf(db: Database, state: 'active' | 'inactive' | 'all') {
  if (state === 'all') return db`true`
  return state === 'active' ? db`c.deactivated_at is null` : db`c.deactivated_at is not null`
}

/** The longest word goes through the trigram index; the others are asked of what it finds. */
function conditionOf(db: Database, question: ContactQuestion) {
  switch (question.by) {
    case 'all':
      return db`true`
    case 'cpf':
      return db`c.cpf = ${question.cpf}`
    case 'cnpj':
      return db`c.cnpj = ${question.cnpj}`
    case 'words': {
      const [longest = '', ...others] = question.patterns
      return db`platform.plain(lower(c.name)) like platform.plain(lower(${longest}))
        and platform.plain(lower(c.name)) like all (
          select platform.plain(lower(w)) from unnest(${others}::text[]) w)`
    }
  }
}

const columns = (db: Database) => db`c.id, c.kind, c.name, c.cpf, c.cnpj, c.email, c.phone, c.city,
  c.deactivated_at is null as active`

type ContactRow = Omit<Contact, 'cpf' | 'cnpj'> & { cpf: string | null; cnpj: string | null }

function contactOf({ cpf, cnpj, id, kind, name, email, phone, city, active }: ContactRow): Contact {
  return { id, kind, name, cpf: cpf ?? undefined, cnpj: cnpj ?? undefined, email, phone, city, active }
}
