import type { ReservedSql } from 'postgres'
import type { Pool } from '../src/platform/db/index.ts'
import type { Hands, Ids } from './acts/act.ts'
import { connect } from './house/open-house.ts'
import { type Browser, signIn } from './http-client.ts'
import { loginOf, password, peopleCount } from './world/registers.ts'

/** Signs everybody in and opens as many bare connections. */
export async function openHands(parts: {
  readonly url: string
  readonly databaseUrl: string
  readonly db: Pool
  readonly folder: string
}): Promise<Hands & { close(): Promise<void> }> {
  const { url, databaseUrl, db, folder } = parts
  const bare = connect(databaseUrl, peopleCount)
  const browsers: Browser[] = []
  const connections: ReservedSql[] = []
  for (let place = 0; place < peopleCount; place++) {
    browsers.push(await signIn(url, loginOf(place), password))
    connections.push(await bare.reserve())
  }
  return {
    browsers,
    connections,
    db,
    url,
    folder,
    ids: await readIds(db),
    close: async () => {
      for (const browser of browsers) browser.close()
      for (const connection of connections) connection.release()
      await bare.end({ timeout: 5 })
    },
  }
}

async function readIds(db: Pool): Promise<Ids> {
  const units = await db<{ slug: string; id: string }[]>`select slug, id from organization.unit`
  const accounts = await db<{ id: string }[]>`select id from identity.account where login like 'medida%' order by login`
  const [one] = await db<{ caseType: string; recordClass: string; documentType: string; uploadType: string }[]>`
    select (select id from classification.case_type where deactivated_at is null and not internal and not one_per_party
              and 'public' = any (allowed_levels) and not exists (select 1 from classification.case_type_scope s where s.case_type_id = case_type.id)
             order by id limit 1) as "caseType",
           (select id from classification.record_class where not structural and deactivated_at is null order by id limit 1) as "recordClass",
           (select id from classification.document_type where template is not null and applies_to <> 'uploaded' and not internal
             order by numbering = 'none' desc, id limit 1) as "documentType",
           (select id from classification.document_type where applies_to in ('uploaded', 'both') and not internal
             order by applies_to desc, id limit 1) as "uploadType"`
  if (!one) throw new Error('the house has no types')
  const byName = new Map(units.map(({ slug, id }) => [slug, id]))
  return {
    ...one,
    accounts: accounts.map(({ id }) => id),
    unit: (slug) => {
      const id = byName.get(slug)
      if (!id) throw new Error(`there is no unit ${slug}`)
      return id
    },
  }
}
