import type { Database } from '../../../platform/db/index.ts'
import type { Channel, NoticeKind } from '../notice.ts'

export interface ChoicesRow {
  channels: Partial<Record<NoticeKind, Channel>>
  hour: number | null
  email: string
}

export async function selectChoices(db: Database, accountId: string): Promise<ChoicesRow> {
  const [row] = await db<ChoicesRow[]>`
    select (select coalesce(jsonb_object_agg(c.kind, c.channel), '{}') from notices.choice c where c.account_id = a.id) as channels,
           (select h.hour from notices.digest_hour h where h.account_id = a.id) as hour, a.email
      from identity.account a where a.id = ${accountId}`
  return row ?? { channels: {}, hour: null, email: '' }
}

export async function upsertChoices(
  db: Database,
  accountId: string,
  channels: Readonly<Record<NoticeKind, Channel>>,
  hour: number,
): Promise<void> {
  await Promise.all([
    db`insert into notices.choice (account_id, kind, channel)
      select ${accountId}, x.key, x.value from jsonb_each_text(${JSON.stringify(channels)}::text::jsonb) x
      on conflict (account_id, kind) do update set channel = excluded.channel`,
    db`insert into notices.digest_hour (account_id, hour) values (${accountId}, ${hour})
      on conflict (account_id) do update set hour = excluded.hour`,
  ])
}
