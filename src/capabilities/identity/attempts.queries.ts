import type { Database } from '../../platform/db/index.ts'

/** Attempts of one login come one after the other. */
export async function lockLogin(trx: Database, login: string): Promise<void> {
  await trx`select pg_advisory_xact_lock(hashtextextended(${`identity.attempt ${login}`}, 0))`
}

/** Made good by a right one of the same login, later and from the same address. */
const madeGood = (db: Database) => db`exists (
  select 1 from identity.sign_in_attempt r where r.login = f.login and r.ip = f.ip and r.succeeded and r.id > f.id)`

/** Whether somebody of this login has signed in at this address since a moment. */
export async function isKnownAddress(
  db: Database,
  { login, ip }: { readonly login: string; readonly ip: string },
  since: Date,
): Promise<boolean> {
  const [row] = await db<{ known: boolean }[]>`
    select ${ip} <> '' and exists (
      select 1 from identity.session s join identity.account a on a.id = s.account_id
       where a.login = ${login} and s.ip = ${ip} and s.created_at > ${since}) as known`
  return row?.known ?? false
}

/** Wrong attempts of a login that nobody made good, of one address alone or of all: what the throttle counts. */
export async function selectFailures(
  db: Database,
  { login, ip }: { readonly login: string; readonly ip: string | undefined },
  since: Date,
): Promise<Date[]> {
  const rows = await db<{ at: Date }[]>`
    select f.at from identity.sign_in_attempt f
     where f.login = ${login} and not f.succeeded and f.at > ${since}
       and (${ip ?? null}::text is null or f.ip = ${ip ?? null}::text)
       and not ${madeGood(db)}
     order by f.at desc limit 50`
  return rows.map((row) => row.at)
}

/** How many from one address nobody made good since a moment, of whatever logins, and the first of them. */
export async function selectFailuresFrom(
  db: Database,
  ip: string,
  since: Date,
): Promise<{ count: number; first: Date | null }> {
  const [row] = await db<{ count: number; first: Date | null }[]>`
    select count(*)::int as count, min(f.at) as first from identity.sign_in_attempt f
     where f.ip = ${ip} and f.ip <> '' and not f.succeeded and f.at > ${since} and not ${madeGood(db)}`
  return row ?? { count: 0, first: null }
}

export async function insertAttempt(
  db: Database,
  { login, ip }: { readonly login: string; readonly ip: string },
  now: Date,
): Promise<string> {
  const [row] = await db<{ id: string }[]>`
    insert into identity.sign_in_attempt (login, ip, at, succeeded) values (${login}, ${ip}, ${now}, false) returning id`
  if (!row) throw new Error('an attempt was not entered')
  return row.id
}

export async function markSucceeded(db: Database, id: string): Promise<void> {
  await db`update identity.sign_in_attempt set succeeded = true where id = ${id}`
}

export async function deleteAttempt(db: Database, id: string): Promise<void> {
  await db`delete from identity.sign_in_attempt where id = ${id}`
}
