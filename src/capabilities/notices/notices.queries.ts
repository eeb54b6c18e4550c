import type { Actor } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'
import { isOpened } from '../cases/index.ts'
import { mostUnread, type Notice, noticesPerPage } from './notice.ts'

/**
 * The gate, asked again whenever notices `n` of one account are shown, counted or sent: the unit must still be one of the
 * person's, the case file one that may be listed there (or of which the person holds a credential there), the document
 * one that may be read there, the bundle one that lies there.
 */
export const visible = (db: Database, accountId: string, today: string) => db`
  n.unit_id in (select identity.units_of(${accountId}, ${today}::date))
  and (n.case_file_id is null or exists (
    select 1 from cases.case_file c
     where c.id = n.case_file_id and c.state <> 'deleted'
       and (cases.may_list(c, n.unit_id, (select platform.flag('per-document-internal')))
            or cases.holds_credential(c.id, n.account_id, n.unit_id))
       and (n.document_id is null or exists (
         select 1 from documents.document d where d.id = n.document_id
            and documents.may_read(d, c, n.account_id, n.unit_id, (select platform.flag('per-document-internal')))))))
  and (n.bundle_id is null or exists (
    select 1 from bundles.availability v
     where v.bundle_id = n.bundle_id and v.unit_id = n.unit_id and v.ended_at is null and v.begun_at is not null))`

/** How many notices of the actor wait unread, up to `mostUnread` and one: a part of a statement. */
export const unreadCount = (db: Database, actor: Actor, today: string) => db`
  (select count(*)::int from (
     select 1 from notices.notice n
      where n.account_id = ${actor.userId} and n.read_at is null and ${visible(db, actor.userId, today)}
      limit ${mostUnread + 1}) unread)`

export interface NoticesAsked {
  readonly unreadOnly: boolean
  /** From 1. */
  readonly page: number
}

/** One page of the actor's notices, the newest first, and one row more where there are further ones. */
export async function selectNotices(
  db: Database,
  actor: Actor,
  { unreadOnly, page }: NoticesAsked,
  today: string,
  now: Date,
): Promise<Notice[]> {
  return db<Notice[]>`
    with chosen as materialized (
      select n.* from notices.notice n
       where n.account_id = ${actor.userId} ${unreadOnly ? db`and n.read_at is null` : db``}
         and ${visible(db, actor.userId, today)}
       order by n.at desc, n.id desc limit ${noticesPerPage + 1} offset ${(page - 1) * noticesPerPage})
    select n.id, n.kind, n.at, n.read_at is not null as read, u.acronym as "unitAcronym", u.slug as "unitSlug",
           n.case_file_id is not null and not o.opened as closed,
           case when o.opened or n.case_file_id is null then n.facts else '{}' end as facts,
           case when o.opened then c.number end as "caseNumber", b.number::text as "bundleNumber"
      from chosen n
      join organization.unit u on u.id = n.unit_id
      left join cases.case_file c on c.id = n.case_file_id
      left join bundles.bundle b on b.id = n.bundle_id
     cross join lateral (select c.id is not null and ${isOpened(db, actor, now)} as opened) o
     order by n.at desc, n.id desc`
}

export interface NoticePlace {
  kind: string
  unitSlug: string
  caseDigits: string | null
  documentNumber: string | null
  bundleNumber: string | null
  /** The review asked of this person, where no password is asked on the way to it. */
  reviewId: string | null
}

/** Marks one notice as read and answers where it leads; undefined where there is none for this person. */
export async function readNotice(
  db: Database,
  actor: Actor,
  id: string,
  today: string,
  now: Date,
): Promise<NoticePlace | undefined> {
  const [row] = await db<NoticePlace[]>`
    with read as (
      update notices.notice n set read_at = coalesce(n.read_at, ${now})
       where n.id = ${id} and n.account_id = ${actor.userId} and ${visible(db, actor.userId, today)}
      returning n.*)
    select n.kind, u.slug as "unitSlug", c.digits as "caseDigits", lpad(d.number::text, 7, '0') as "documentNumber",
           b.number::text as "bundleNumber",
           case when 'confidential' not in (c.level, c.effective_level, d.level) then n.facts ->> 'request' end as "reviewId"
      from read n join organization.unit u on u.id = n.unit_id
      left join cases.case_file c on c.id = n.case_file_id
      left join documents.document d on d.id = n.document_id
      left join bundles.bundle b on b.id = n.bundle_id`
  return row
}

/** Marks as read, or as unread again. Without ids: all that came until now. */
export async function markNotices(
  db: Database,
  actor: Actor,
  ids: readonly string[] | undefined,
  read: boolean,
  now: Date,
): Promise<void> {
  await db`
    update notices.notice n set read_at = ${read ? now : null}::timestamptz
     where n.account_id = ${actor.userId} and ${read ? db`n.read_at is null` : db`n.read_at is not null`}
       and ${ids ? db`n.id = any (${[...ids]}::text[]::bigint[])` : db`n.at <= ${now}`}`
}

/** Removes what is older. */
export async function deleteOlder(db: Database, before: Date): Promise<number> {
  const rows = await db`delete from notices.notice where id in (
    select id from notices.notice where at < ${before} order by at limit 5000) returning 1`
  return rows.length
}

export async function deleteOlderDigests(db: Database, before: string): Promise<void> {
  await db`delete from notices.digest where day < ${before}::date`
}
