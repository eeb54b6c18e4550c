import type { Database } from '../../../platform/db/index.ts'

/** The switches of the public face by name; those not set are absent. */
export async function selectPublicSettings(db: Database): Promise<ReadonlyMap<string, unknown>> {
  const rows = await db<{ name: string; value: unknown }[]>`
    select name, value from platform.setting where name like 'public-%'`
  return new Map(rows.map(({ name, value }) => [name, value]))
}
