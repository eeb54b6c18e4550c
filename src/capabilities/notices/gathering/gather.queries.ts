import type { Database } from '../../../platform/db/index.ts'

/** Whatever a round finds: whom to tell of what. `source` says once and for all what it came from. */
type Found = ReturnType<Database>

/**
 * Writes what was found, for people whose account works and who did not choose to hear nothing of its kind. What was told
 * already is left as it is: a round may find the same again.
 */
async function tell(db: Database, found: Found): Promise<number> {
  const rows = await db`
    insert into notices.notice (account_id, unit_id, kind, case_file_id, document_id, bundle_id, facts, source, at, mail)
    select distinct on (f.account_id, f.source)
           f.account_id, f.unit_id, f.kind, f.case_file_id, f.document_id, f.bundle_id, jsonb_strip_nulls(f.facts), f.source, f.at,
           case when a.email like '_%@_%' and c.channel in ('at-once', 'daily') then c.channel else 'none' end
      from (${found}) as f (account_id, unit_id, kind, case_file_id, document_id, bundle_id, facts, source, at, rank)
      join identity.account a on a.id = f.account_id and a.disabled_at is null
      left join notices.choice c on c.account_id = f.account_id and c.kind = f.kind
     where c.channel is distinct from 'none'
     order by f.account_id, f.source, f.rank
    on conflict (account_id, source) do nothing returning 1`
  return rows.length
}

/**
 * Where the history was read up to, held until the transaction ends. Undefined: another node is at it.
 */
export async function lockCursor(db: Database): Promise<string | undefined> {
  const [row] = await db<{ next: string }[]>`
    select next_tx::text as next from notices.cursor where single for update skip locked`
  return row?.next
}

/** The transaction up to which events may be read: whole ones only, that no running one can precede, `most` events or so. */
export async function selectHorizon(db: Database, from: string, most: number): Promise<{ to: string; more: boolean }> {
  const [row] = await db<{ to: string; more: boolean }[]>`
    with horizon as (select pg_snapshot_xmin(pg_current_snapshot()) as tx),
    page as (
      select e.tx from history.event e, horizon where e.tx >= ${from}::xid8 and e.tx < horizon.tx order by e.tx, e.id limit ${most})
    select case when (select count(*) from page) < ${most} then (select tx from horizon)::text
                else ((select max(tx::text::bigint) from page) + 1)::text end as "to",
           (select count(*) from page) >= ${most} as more`
  return row ?? { to: from, more: false }
}

export async function moveCursor(db: Database, to: string): Promise<void> {
  await db`update notices.cursor set next_tx = ${to}::xid8 where single`
}

const name = (db: Database) => db`coalesce(w.social_name, w.name)`

/** What the events between two transactions mean for people, who are never told of what they did themselves. */
export async function tellOfEvents(db: Database, from: string, to: string, today: string): Promise<number> {
  const events = (kinds: readonly string[]) => db`
    history.event e join identity.account w on w.id = e.account_id join organization.unit x on x.id = e.unit_id
     and e.tx >= ${from}::xid8 and e.tx < ${to}::xid8 and e.kind = any (${[...kinds]}::text[])`
  return tell(
    db,
    db`
    select h.assigned_to, e.unit_id, 'assigned', e.case_file_id, null::bigint, null::bigint,
           jsonb_build_object('by', ${name(db)}), 'e' || e.id, e.at, 1
      from ${events(['case-assigned'])}
     cross join lateral (${openHoldings(db)}) h where h.unit_id = e.unit_id and h.assigned_to <> e.account_id
    union all
    select y.added_by, y.unit_id, 'followed', e.case_file_id, null, null,
           jsonb_build_object('deed', e.kind, 'unit', x.acronym), 'e' || e.id, e.at, 1
      from ${events(['case-sent', 'case-recalled', 'case-concluded', 'case-reopened'])}
      join watchlists.entry y on y.case_file_id = e.case_file_id and y.added_by <> e.account_id
    union all
    select h.assigned_to, h.unit_id, 'comment', e.case_file_id, e.document_id, null,
           jsonb_build_object('by', ${name(db)}), 'e' || e.id, e.at, 2
      from ${events(['comment-added'])}
     cross join lateral (${openHoldings(db)}) h where h.assigned_to <> e.account_id
    union all
    select d.created_by, d.unit_id, 'comment', e.case_file_id, e.document_id, null,
           jsonb_build_object('by', ${name(db)}), 'e' || e.id, e.at, 3
      from ${events(['comment-added'])}
      join documents.document d on d.id = e.document_id and d.created_by <> e.account_id
    union all
    select m.id, m.unit_id, 'comment', e.case_file_id, e.document_id, null,
           jsonb_build_object('by', ${name(db)}, 'mentioned', 'sim'), 'e' || e.id, e.at, 1
      from ${events(['comment-added'])}
     cross join lateral (${commentOf(db)}) k
     cross join lateral (${mentioned(db, today)}) m
    union all
    select p.id, l.unit_id, 'answer', e.case_file_id, e.document_id, null,
           jsonb_build_object('letter', e.facts ->> 'number', 'step', e.facts ->> 'step'), 'e' || e.id, e.at, 1
      from ${events(['letter-moved'])}
      join mailroom.letter l on l.id = (e.facts ->> 'letter')::bigint and l.document_id = e.document_id
     cross join lateral (select l.asked_by as id union
                         select d.created_by from documents.document d where d.id = l.document_id) p
     where e.facts ->> 'step' in ('returned', 'lost', 'receipt-returned') and p.id <> e.account_id`,
  )
}

/** The desks on which the case file of the event `e` lies. Looked up for each event: neither table is ever read whole. */
const openHoldings = (db: Database) => db`
  select o.unit_id, o.assigned_to from cases.holding o where o.case_file_id = e.case_file_id and o.closed_at is null offset 0`

/** The words of which the event `e` tells. */
const commentOf = (db: Database) => db`
  select i.text from remarks.comment i
   where e.document_id is null and i.case_file_id = e.case_file_id and i.document_id is null
     and i.account_id = e.account_id and i.unit_id = e.unit_id and i.at = e.at and i.deleted_at is null
  union all
  select i.text from remarks.comment i
   where i.document_id = e.document_id
     and i.account_id = e.account_id and i.unit_id = e.unit_id and i.at = e.at and i.deleted_at is null`

/** People of the same agency whom a comment names by `@usuário`, each in a unit from which the case file may be seen. */
const mentioned = (db: Database, today: string) => db`
  select distinct on (a.id) a.id, u.id as unit_id
    from (select distinct rtrim(t.found[1], '.-_') as login
            from regexp_matches(lower(k.text), '@([a-z0-9][a-z0-9._-]{1,99})', 'g') as t (found) limit 20) t
    join identity.account a on a.login = t.login and a.agency_id = x.agency_id and a.id <> e.account_id
    join cases.case_file c on c.id = e.case_file_id
   cross join lateral identity.units_of(a.id, ${today}::date) as u (id)
   where cases.may_list(c, u.id, platform.flag('per-document-internal')) or cases.holds_credential(c.id, a.id, u.id)
   order by a.id, u.id = e.unit_id desc,
            (select h.id from cases.holding h where h.case_file_id = c.id and h.unit_id = u.id and h.closed_at is null) nulls last, u.id`

/** Signature bundles that came to a unit or person, requests that were answered, and reviews, in the last two days. */
export async function tellOfArrivals(db: Database, today: string, now: Date): Promise<number> {
  return tell(
    db,
    db`
    select p.id, v.unit_id, 'to-sign', null::bigint, null::bigint, b.id,
           jsonb_build_object('from', g.acronym), 'v' || v.id, v.begun_at, 1
      from bundles.availability v
      join bundles.bundle b on b.id = v.bundle_id and b.kind = 'signature'
      join organization.unit g on g.id = b.unit_id
      left join bundles.filing f on f.bundle_id = b.id and f.unit_id = v.unit_id
     cross join lateral (${signers(db, today)}) p
     where v.ended_at is null and v.begun_at is not null and v.begun_at > ${now}::timestamptz - interval '2 days'
       and p.id <> v.made_by and (f.assigned_to is null or f.assigned_to = p.id)
    union all
    select f.assigned_to, f.unit_id, 'to-sign', null, null, f.bundle_id,
           jsonb_build_object('from', g.acronym, 'by', ${name(db)}), 'f' || f.bundle_id || '-' || f.unit_id || '-' || extract(epoch from f.at), f.at, 1
      from bundles.filing f
      join bundles.bundle b on b.id = f.bundle_id and b.kind = 'signature'
      join organization.unit g on g.id = b.unit_id
      join identity.account w on w.id = f.account_id
     where f.assigned_to is not null and f.assigned_to <> f.account_id and f.at > ${now}::timestamptz - interval '2 days'
    union all
    select r.asked_by, r.unit_id, 'answer', r.case_file_id, null, null,
           jsonb_build_object('by', r.answered_by_name, 'state', r.state), 'r' || r.id, r.answered_at, 1
      from case_type_requests.request r
     where r.answered_at > ${now}::timestamptz - interval '2 days' and r.answered_by <> r.asked_by
    union all
    ${reviews(db, now)}`,
  )
}

/** Reviews asked of a person, their answers to who asked, and to both that a signature ended one. */
const reviews = (db: Database, now: Date) => db`
    select r.reviewer_id, r.reviewer_unit_id, 'review-asked', d.case_file_id, d.id, null,
           jsonb_build_object('by', ${name(db)}, 'due', r.due_on, 'request', r.id::text), 'q' || r.id, r.asked_at, 1
      from reviewing.request r
      join documents.document d on d.id = r.document_id
      join identity.account w on w.id = r.asked_by
     where r.state = 'open' and r.asked_at > ${now}::timestamptz - interval '2 days' and r.reviewer_id <> r.asked_by
    union all
    select r.asked_by, r.asked_unit_id, 'review-answered', d.case_file_id, d.id, null,
           jsonb_build_object('by', ${name(db)}, 'state', r.state), 'p' || r.id, r.closed_at, 1
      from reviewing.request r
      join documents.document d on d.id = r.document_id
      join identity.account w on w.id = r.closed_by
     where r.state in ('approved', 'returned') and r.closed_at > ${now}::timestamptz - interval '2 days' and r.closed_by <> r.asked_by
    union all
    select p.id, p.unit_id, 'review-ended', d.case_file_id, d.id, null,
           jsonb_build_object('by', ${name(db)}, 'reviewer', p.reviewer, 'request', p.request), 's' || r.id, r.closed_at, 1
      from reviewing.request r
      join documents.document d on d.id = r.document_id
      join identity.account w on w.id = r.closed_by
      join identity.account v on v.id = r.reviewer_id
     cross join lateral (values (r.reviewer_id, r.reviewer_unit_id, null::text, r.id::text),
                                (r.asked_by, r.asked_unit_id, coalesce(v.social_name, v.name), null)) p (id, unit_id, reviewer, request)
     where r.state = 'signed' and r.closed_at > ${now}::timestamptz - interval '2 days' and p.id <> r.closed_by`

/** Who may sign in the unit of the availability `v` today, at most 500. */
const signers = (db: Database, today: string) => db`
  select distinct y.account_id as id from (
    select s.account_id, s.profile_id from identity.assignment s where s.valid @> ${today}::date and s.unit_id = v.unit_id
    union all
    select s.account_id, s.profile_id from organization.unit t join identity.assignment s on s.agency_id = t.agency_id
     where t.id = v.unit_id and s.valid @> ${today}::date
    union all
    select s.account_id, s.profile_id from organization.ancestors(v.unit_id, ${today}::date) up (id)
      join identity.assignment s on s.unit_id = up.id where s.valid @> ${today}::date and s.extends_to_subunits) y
   where exists (select 1 from identity.profile_permission q where q.profile_id = y.profile_id and q.permission = 'signatures.sign')
   limit 500`

/** Deadlines that are near or past, and returns that are overdue: told once for each day on which they fall due. */
export async function tellOfDays(db: Database, today: string, now: Date): Promise<number> {
  return tell(
    db,
    db`
    select coalesce(h.assigned_to, d.set_by), d.unit_id, 'deadline', d.case_file_id, null::bigint, null::bigint,
           jsonb_build_object('due', d.due_on::text, 'late', case when deadlines.is_late(d, ${now}) then 'sim' end),
           case when deadlines.is_late(d, ${now}) then 'l' else 'd' end || d.id || '-' || d.due_on, ${now}::timestamptz, 1
      from deadlines.deadline d
      left join lateral (select o.assigned_to from cases.holding o
             where o.case_file_id = d.case_file_id and o.unit_id = d.unit_id and o.closed_at is null offset 0) h on true
     where d.concluded_at is null and d.deleted_at is null and d.due_on between ${today}::date - 30 and ${today}::date + 60
       and d.due_on - coalesce(deadlines.days_before(d.unit_id), 3) <= ${today}::date
    union all
    select h.assigned_to, m.to_unit_id, 'return', m.case_file_id, null, null,
           jsonb_build_object('due', m.return_due::text, 'unit', u.acronym, 'side', 'to-return'),
           't' || m.id || '-' || m.return_due, ${now}::timestamptz, 1
      from routing.movement m
      join organization.unit u on u.id = m.from_unit_id
     cross join lateral (select o.assigned_to from cases.holding o
             where o.case_file_id = m.case_file_id and o.unit_id = m.to_unit_id and o.closed_at is null
               and o.assigned_to is not null offset 0) h
     where m.return_due between ${today}::date - 30 and ${today}::date - 1 and m.returned_at is null and m.recalled_at is null
    union all
    select m.sent_by, m.from_unit_id, 'return', m.case_file_id, null, null,
           jsonb_build_object('due', m.return_due::text, 'unit', u.acronym, 'side', 'awaited'),
           'w' || m.id || '-' || m.return_due, ${now}::timestamptz, 1
      from routing.movement m
      join organization.unit u on u.id = m.to_unit_id
     where m.return_due between ${today}::date - 30 and ${today}::date - 1 and m.returned_at is null and m.recalled_at is null`,
  )
}
