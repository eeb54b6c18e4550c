import type { Database } from '../../platform/db/index.ts'

export type LinkPurpose = 'first-administrator' | 'password' | 'second-factor'

export interface LinkRow {
  accountId: string | null
  login: string | null
  name: string | null
  /** How the first step of signing in was done; '' for the password. */
  enteredWith: string
}

/** Earlier links of the same purpose and person that were not used stop working. Their rows stay, to be counted. */
export async function expireUnusedLinks(
  db: Database,
  purpose: LinkPurpose,
  accountId: string | undefined,
  now: Date,
): Promise<void> {
  await db`update identity.one_time_link set expires_at = ${now}
    where purpose = ${purpose} and used_at is null and expires_at > ${now}
      and ${accountId === undefined ? db`account_id is null` : db`account_id = ${accountId}`}`
}

export async function insertLink(
  db: Database,
  link: {
    readonly tokenHash: string
    readonly purpose: LinkPurpose
    readonly accountId: string | undefined
    readonly createdBy: string | undefined
    readonly enteredWith: string
    readonly createdAt: Date
    readonly expiresAt: Date
  },
): Promise<void> {
  await db`insert into identity.one_time_link (token_hash, purpose, account_id, created_by, entered_with, created_at, expires_at)
    values (decode(${link.tokenHash}, 'hex'), ${link.purpose}, ${link.accountId ?? null}, ${link.createdBy ?? null},
      ${link.enteredWith}, ${link.createdAt}, ${link.expiresAt})`
}

/** A link that still works, without using it. */
export async function selectLink(
  db: Database,
  tokenHash: string,
  purpose: LinkPurpose,
  now: Date,
): Promise<LinkRow | undefined> {
  const [row] = await db<LinkRow[]>`
    select l.account_id as "accountId", a.login, coalesce(a.social_name, a.name) as name,
           l.entered_with as "enteredWith"
      from identity.one_time_link l left join identity.account a on a.id = l.account_id
     where l.token_hash = decode(${tokenHash}, 'hex') and l.purpose = ${purpose} and l.used_at is null
       and l.expires_at > ${now} and (l.account_id is null or a.disabled_at is null)`
  return row
}

/** Uses a link up. False where somebody did before, or its time is over: the row lock lets only one through. */
export async function takeLink(db: Database, tokenHash: string, purpose: LinkPurpose, now: Date): Promise<boolean> {
  const rows = await db`
    update identity.one_time_link set used_at = ${now}
     where token_hash = decode(${tokenHash}, 'hex') and purpose = ${purpose} and used_at is null and expires_at > ${now}
    returning 1`
  return rows.length > 0
}

/** How many links of this purpose somebody asked for since a moment. */
export async function countLinks(db: Database, purpose: LinkPurpose, accountId: string, since: Date): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*)::int as count from identity.one_time_link
     where purpose = ${purpose} and account_id = ${accountId} and created_by is null and created_at > ${since}`
  return row?.count ?? 0
}
