import type { Database } from '../../platform/db/index.ts'

export interface TemplateRow {
  id: string
  kind: string
  sender: string | null
  subject: string
  body: string
  off: boolean
  changedAt: Date
  changedBy: string
}

/** What was changed; one row a kind. */
export async function selectTemplates(db: Database): Promise<TemplateRow[]> {
  return db<TemplateRow[]>`
    select t.id, t.kind, t.sender, t.subject, t.body, t.off, t.changed_at as "changedAt", coalesce(a.social_name, a.name) as "changedBy"
      from mail.template t join identity.account a on a.id = t.changed_by order by t.kind limit 200`
}

/** Those who change one kind come one after the other. */
export async function lockTemplate(db: Database, kind: string): Promise<void> {
  await db`select pg_advisory_xact_lock(hashtextextended(${`mail.template:${kind}`}, 0))`
}

export async function upsertTemplate(
  db: Database,
  kind: string,
  words: { readonly sender: string; readonly subject: string; readonly body: string; readonly off: boolean },
  by: string,
  now: Date,
): Promise<string> {
  const [row] = await db<{ id: string }[]>`
    insert into mail.template (kind, sender, subject, body, off, changed_at, changed_by)
    values (${kind}, ${words.sender || null}, ${words.subject}, ${words.body}, ${words.off}, ${now}, ${by})
    on conflict (kind) do update set sender = excluded.sender, subject = excluded.subject, body = excluded.body,
      off = excluded.off, changed_at = excluded.changed_at, changed_by = excluded.changed_by
    returning id`
  if (!row) throw new Error(`the template ${kind} was not kept`)
  return row.id
}
