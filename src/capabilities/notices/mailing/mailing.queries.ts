import type { Database } from '../../../platform/db/index.ts'
import type { Notice } from '../notice.ts'
import { visible } from '../notices.queries.ts'

/** A notice as an e-mail tells it: mail is read by others too, so of what is confidential nothing but that there is one. */
export type NoticeToSend = Notice & { readonly accountId: string }

export interface Addressee {
  accountId: string
  email: string
  name: string
}

/** People for whom something is to be sent at once. */
export async function selectToTellAtOnce(db: Database, most: number): Promise<Addressee[]> {
  return db<Addressee[]>`
    select a.id as "accountId", a.email, coalesce(a.social_name, a.name) as name
      from (select distinct account_id from notices.notice where mail = 'at-once' limit ${most}) n
      join identity.account a on a.id = n.account_id`
}

/** People whose hour has come, who have something to be told in the e-mail of the day, and had none today. */
export async function selectToDigest(db: Database, today: string, hour: number, usual: number): Promise<Addressee[]> {
  return db<Addressee[]>`
    select a.id as "accountId", a.email, coalesce(a.social_name, a.name) as name
      from (select distinct account_id from notices.notice where mail = 'daily') n
      join identity.account a on a.id = n.account_id
      left join notices.digest_hour h on h.account_id = n.account_id
     where coalesce(h.hour, ${usual}) <= ${hour}
       and not exists (select 1 from notices.digest d where d.account_id = n.account_id and d.day = ${today}::date)
     order by a.id limit 5000`
}

/** Takes the day for this person. False: another worker has it. Whoever waits here waits for that one's transaction. */
export async function takeDay(db: Database, accountId: string, today: string, now: Date): Promise<boolean> {
  const rows = await db`
    insert into notices.digest (account_id, day, made_at, notices) values (${accountId}, ${today}::date, ${now}, 0)
    on conflict do nothing returning 1`
  return rows.length > 0
}

export async function noteDigest(db: Database, accountId: string, today: string, notices: number): Promise<void> {
  await db`update notices.digest set notices = ${notices} where account_id = ${accountId} and day = ${today}::date`
}

/**
 * Takes what waits for a person, `most` at a time, and answers what may still be told: unread, and let through by the gate
 * now. The rest is withheld for good.
 */
export async function takeToSend(
  db: Database,
  accountId: string,
  mail: 'at-once' | 'daily',
  today: string,
  most: number,
): Promise<NoticeToSend[]> {
  return db<NoticeToSend[]>`
    with taken as (
      select n.id, n.read_at is null and a.disabled_at is null and ${visible(db, accountId, today)} as told
        from notices.notice n join identity.account a on a.id = n.account_id
       where n.account_id = ${accountId} and n.mail = ${mail}
       order by n.id limit ${most} for update of n skip locked),
    sent as (
      update notices.notice n set mail = case when t.told then 'sent' else 'withheld' end
        from taken t where n.id = t.id returning n.*)
    select n.id, n.account_id as "accountId", n.kind, n.at, false as read, u.acronym as "unitAcronym", u.slug as "unitSlug",
           coalesce(x.closed, false) as closed, case when x.closed then '{}' else n.facts end as facts,
           case when x.closed then null else c.number end as "caseNumber", b.number::text as "bundleNumber"
      from sent n
      join organization.unit u on u.id = n.unit_id
      left join cases.case_file c on c.id = n.case_file_id
      left join bundles.bundle b on b.id = n.bundle_id
     cross join lateral (select 'confidential' in (c.level, c.effective_level,
                                  (select d.level from documents.document d where d.id = n.document_id)) as closed) x
     where n.mail = 'sent' order by n.at, n.id`
}
