import type { Database } from '../../../platform/db/index.ts'

export interface SettingRow {
  name: string
  value: unknown
  changedAt: Date
  changedBy: string | null
}

export async function selectSettings(db: Database, names: readonly string[]): Promise<SettingRow[]> {
  return db<SettingRow[]>`
    select s.name, s.value, s.changed_at as "changedAt", coalesce(a.social_name, a.name) as "changedBy"
      from platform.setting s left join identity.account a on a.id = s.changed_by
     where s.name = any (${[...names]}::text[])`
}

export async function upsertSettings(
  db: Database,
  settings: readonly { readonly name: string; readonly value: unknown }[],
  accountId: string,
  now: Date,
): Promise<void> {
  await db`
    insert into platform.setting as s (name, value, changed_at, changed_by)
    select x.name, x.value, ${now}, ${accountId}
      from jsonb_to_recordset(${JSON.stringify(settings)}::text::jsonb) as x(name text, value jsonb)
    on conflict (name) do update set value = excluded.value, changed_at = excluded.changed_at, changed_by = excluded.changed_by
     where s.value is distinct from excluded.value`
}
