import type { Database } from '../../platform/db/index.ts'

/** Attempts of one login come one after the other. */
export async function lockLogin(trx: Database, login: string): Promise<void> {
  await trx`select pg_advisory_xact_lock(hashtextextended(${`identity.attempt ${login}`}, 0))`
}

/** Wrong attempts since the last right one, newest first: what the throttle counts. */
export async function selectFailures(db: Database, login: string, since: Date): Promise<Date[]> {
  const rows = await db<{ at: Date }[]>`
    select f.at from identity.sign_in_attempt f
     where f.login = ${login} and not f.succeeded and f.at > ${since}
       and f.at > coalesce((select max(r.at) from identity.sign_in_attempt r where r.login = ${login} and r.succeeded), '-infinity')
     order by f.at desc limit 50`
  return rows.map((row) => row.at)
}

/** How many were wrong from one address since a moment, of whatever logins, and the first of them. */
export async function selectFailuresFrom(
  db: Database,
  ip: string,
  since: Date,
): Promise<{ count: number; first: Date | null }> {
  const [row] = await db<{ count: number; first: Date | null }[]>`
    select count(*)::int as count, min(at) as first from identity.sign_in_attempt
     where ip = ${ip} and ip <> '' and not succeeded and at > ${since}`
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
