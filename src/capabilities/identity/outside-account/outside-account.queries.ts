import type { Database } from '../../../platform/db/index.ts'

/** Keeps what is needed to believe who comes back; those who never came back go on the way. */
export async function insertVisit(
  db: Database,
  visit: {
    readonly stateHash: string
    readonly browserHash: string
    readonly nonce: string
    readonly verifier: string
    readonly next: string
    readonly expiresAt: Date
  },
  now: Date,
): Promise<void> {
  await Promise.all([
    db`delete from identity.outside_visit where expires_at < ${now}`,
    db`delete from identity.outside_arrival where expires_at < ${now}`,
    db`insert into identity.outside_visit (state_hash, browser_hash, nonce, verifier, next, expires_at)
       values (decode(${visit.stateHash}, 'hex'), decode(${visit.browserHash}, 'hex'), ${visit.nonce}, ${visit.verifier},
         ${visit.next}, ${visit.expiresAt})`,
  ])
}

export interface VisitRow {
  nonce: string
  verifier: string
  next: string
}

/** Takes it: it is good once, in its time, and in the browser that set out. */
export async function takeVisit(
  db: Database,
  stateHash: string,
  browserHash: string,
  now: Date,
): Promise<VisitRow | undefined> {
  const [row] = await db<VisitRow[]>`
    delete from identity.outside_visit
     where state_hash = decode(${stateHash}, 'hex') and browser_hash = decode(${browserHash}, 'hex') and expires_at > ${now}
    returning nonce, verifier, next`
  return row
}

export interface ClaimedAccountRow {
  id: string
  login: string
  name: string
  agencyId: string
  agency: string
  hasSecondFactor: boolean
}

/** The enabled accounts to which the claim belongs: one may work in several agencies. */
export async function selectAccountsByClaim(
  db: Database,
  matches: 'cpf' | 'usuario' | 'email',
  claim: string,
): Promise<ClaimedAccountRow[]> {
  const same = { cpf: db`a.cpf = ${claim}`, usuario: db`a.login = ${claim}`, email: db`lower(a.email) = ${claim}` }
  return selectClaimed(db, db`${same[matches]} ${matches === 'email' ? db`and a.email <> ''` : db``}`)
}

/** Those of these accounts that are still enabled. */
export async function selectAccountsOf(db: Database, ids: readonly string[]): Promise<ClaimedAccountRow[]> {
  return selectClaimed(db, db`a.id = any (${[...ids]}::bigint[])`)
}

function selectClaimed(db: Database, condition: ReturnType<Database>) {
  return db<ClaimedAccountRow[]>`
    select a.id, a.login, coalesce(a.social_name, a.name) as name, a.agency_id as "agencyId",
           g.acronym || ' – ' || g.name as agency, a.totp_confirmed_at is not null as "hasSecondFactor"
      from identity.account a join organization.agency g on g.id = a.agency_id
     where ${condition} and a.disabled_at is null order by g.acronym, a.id limit 20`
}

export interface ArrivalRow {
  accountIds: string[]
  asksCode: boolean
  enteredWith: string
  next: string
}

/** Keeps who it is until the last question is answered, in place of what was kept before of the same browser. */
export async function upsertArrival(
  db: Database,
  arrival: ArrivalRow & { readonly browserHash: string; readonly expiresAt: Date },
): Promise<void> {
  await db`
    insert into identity.outside_arrival (browser_hash, account_ids, asks_code, entered_with, next, expires_at)
    values (decode(${arrival.browserHash}, 'hex'), ${arrival.accountIds}::bigint[], ${arrival.asksCode},
      ${arrival.enteredWith}, ${arrival.next}, ${arrival.expiresAt})
    on conflict (browser_hash) do update set account_ids = excluded.account_ids, asks_code = excluded.asks_code,
      entered_with = excluded.entered_with, next = excluded.next, expires_at = excluded.expires_at`
}

const arrivalColumns = (db: Database) =>
  db`account_ids::text[] as "accountIds", asks_code as "asksCode", entered_with as "enteredWith", next`

export async function selectArrival(db: Database, browserHash: string, now: Date): Promise<ArrivalRow | undefined> {
  const [row] = await db<ArrivalRow[]>`
    select ${arrivalColumns(db)} from identity.outside_arrival
     where browser_hash = decode(${browserHash}, 'hex') and expires_at > ${now}`
  return row
}

/** Takes it: what follows happens once. */
export async function takeArrival(db: Database, browserHash: string, now: Date): Promise<ArrivalRow | undefined> {
  const [row] = await db<ArrivalRow[]>`
    delete from identity.outside_arrival where browser_hash = decode(${browserHash}, 'hex') and expires_at > ${now}
    returning ${arrivalColumns(db)}`
  return row
}
