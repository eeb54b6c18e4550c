import { todayIn } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { type Preferences, selectPreferences, selectStart, upsertPreferences } from './preferences.queries.ts'

/** What the person chose, or the usual: the desk, in light colours (EST-035). */
export async function preferencesOf(db: Database, accountId: string): Promise<Preferences> {
  return (await selectPreferences(db, accountId)) ?? { startPage: 'desk', colourScheme: 'light' }
}

export async function keepPreferences(db: Database, accountId: string, chosen: Preferences): Promise<void> {
  await upsertPreferences(db, accountId, chosen)
}

/** The address at which the day begins in this unit: bundles only where the person may use them. */
export async function startAddress(db: Database, accountId: string, unitSlug: string, now: Date): Promise<string> {
  const start = await selectStart(db, accountId, unitSlug, todayIn(now))
  const wanted = start?.startPage === 'bundles' && !start.usesBundles ? 'desk' : (start?.startPage ?? 'desk')
  return `/em/${unitSlug}${paths[wanted]}`
}

const paths = { desk: '/mesa', panel: '/painel', bundles: '/blocos?tipo=assinatura' } as const
