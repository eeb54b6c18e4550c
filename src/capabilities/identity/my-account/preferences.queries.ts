import type { Database } from '../../../platform/db/index.ts'

export type StartPage = 'desk' | 'panel' | 'bundles'
export type ColourScheme = 'light' | 'dark' | 'system'

export interface Preferences {
  readonly startPage: StartPage
  readonly colourScheme: ColourScheme
}

export async function selectPreferences(db: Database, accountId: string): Promise<Preferences | undefined> {
  const [row] = await db<Preferences[]>`
    select start_page as "startPage", colour_scheme as "colourScheme" from identity.preference where account_id = ${accountId}`
  return row
}

/** The start page that was chosen, and whether the person may use bundles in the unit where the day begins. */
export async function selectStart(
  db: Database,
  accountId: string,
  unitSlug: string,
  today: string,
): Promise<{ startPage: StartPage; usesBundles: boolean } | undefined> {
  const [row] = await db<{ startPage: StartPage; usesBundles: boolean }[]>`
    select f.start_page as "startPage",
           'bundles.use' = any (identity.permissions_in(f.account_id, u.id, ${today}::date)) as "usesBundles"
      from identity.preference f join organization.unit u on u.slug = ${unitSlug} where f.account_id = ${accountId}`
  return row
}

export async function upsertPreferences(db: Database, accountId: string, chosen: Preferences): Promise<void> {
  await db`
    insert into identity.preference (account_id, start_page, colour_scheme)
    values (${accountId}, ${chosen.startPage}, ${chosen.colourScheme})
    on conflict (account_id) do update set start_page = excluded.start_page, colour_scheme = excluded.colour_scheme`
}
