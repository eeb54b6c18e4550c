import type { Database } from '../../../platform/db/index.ts'

/** One closing at a time, over all nodes. */
export async function lockClosing(db: Database): Promise<void> {
  await db`select pg_advisory_xact_lock(hashtextextended('statistics.closed_month', 0))`
}

/** The months that have ended and are not closed yet, oldest first: from the first document on, sixty at most. */
export async function selectMonthsToClose(db: Database, thisMonth: string): Promise<string[]> {
  const rows = await db<{ month: string }[]>`
    with first as (
      select date_trunc('month', min(d.created_at) at time zone 'America/Sao_Paulo') as month
        from organization.unit u
        cross join lateral (select created_at from documents.document where unit_id = u.id order by created_at limit 1) d
    )
    select to_char(m, 'YYYY-MM-DD') as month
      from first, generate_series(greatest(first.month, ${thisMonth}::date - interval '60 months'),
                                  ${thisMonth}::date - interval '1 month', interval '1 month') m
     where not exists (select 1 from statistics.closed_month c where c.month = m::date)
     order by m`
  return rows.map(({ month }) => month)
}

/**
 * Freezes one month: what was made in it and not deleted before it ended, whatever became of it since. The rows of
 * agencies and units come with that of the month, in the same transaction, or never.
 */
export async function insertClosedMonth(db: Database, month: string, now: Date): Promise<void> {
  await db`
    with bounds as (
      select ${month}::date::timestamp at time zone 'America/Sao_Paulo' as first,
             (${month}::date + interval '1 month') at time zone 'America/Sao_Paulo' as beyond
    ), definition as (select * from statistics.definition order by id desc limit 1)
    insert into statistics.closed_month (month, closed_at, counts_drafts, counts_born_digital_files, minimum_users,
           external_users, registered_users, documents, storage_bytes)
    select ${month}::date, ${now}, d.counts_drafts, d.counts_born_digital_files, d.minimum_users,
           statistics.external_users(b.beyond),
           (select count(*) from identity.account a where a.created_at < b.beyond and (a.disabled_at is null or a.disabled_at >= b.beyond)),
           (select coalesce(sum(m.n), 0) from organization.unit u cross join lateral (
              select count(*) as n from statistics.made_document m where m.unit_id = u.id and m.created_at >= b.first
                 and m.created_at < b.beyond and (m.deleted_at is null or m.deleted_at >= b.beyond)) m),
           (select coalesce(sum(f.size_bytes), 0) from documents.file f
             where f.added_at < b.beyond and (f.replaced_at is null or f.replaced_at >= b.beyond))
      from bounds b, definition d`
  await db`
    with month as (
      select c.*, c.month::timestamp at time zone 'America/Sao_Paulo' as first,
             (c.month + interval '1 month') at time zone 'America/Sao_Paulo' as beyond,
             (c.month + interval '1 month' - interval '1 day')::date as last_day
        from statistics.closed_month c where c.month = ${month}::date
    ), counted as materialized (
      select u.id as unit_id, u.agency_id, coalesce(n.acronym, u.acronym) as acronym, d.born_digital, d.digitized, d.not_public
        from month
        cross join organization.unit u
        left join organization.unit_name n on n.unit_id = u.id and n.valid @> month.last_day
        cross join lateral (
          select count(*) filter (where not m.digitized)::int as born_digital, count(*) filter (where m.digitized)::int as digitized,
                 count(*) filter (where m.level <> 'public')::int as not_public
            from statistics.made_document m
           where m.unit_id = u.id and m.created_at >= month.first and m.created_at < month.beyond
             and (m.deleted_at is null or m.deleted_at >= month.beyond)
             and case when m.digitized then true
                      when m.kind = 'uploaded' then month.counts_born_digital_files
                      else month.counts_drafts or exists (select 1 from signatures.signature s
                             where s.document_id = m.document_id and s.kind = 'signature' and s.signed_at < month.beyond) end
        ) d
    ), agencies as (
      insert into statistics.closed_agency (month, agency_id, acronym, born_digital, digitized, users)
      select month.month, a.id, coalesce(n.acronym, a.acronym), coalesce(sum(c.born_digital), 0), coalesce(sum(c.digitized), 0),
             coalesce(max(w.users), 0)
        from month
        cross join organization.agency a
        left join organization.agency_name n on n.agency_id = a.id and n.valid @> month.last_day
        left join counted c on c.agency_id = a.id
        left join statistics.users_on(month.last_day) w on w.agency_id = a.id
       where a.deactivated_at is null or a.deactivated_at >= month.first or c.born_digital + c.digitized > 0
       group by month.month, a.id, n.acronym
      returning agency_id
    )
    insert into statistics.closed_unit (month, agency_id, unit_id, acronym, born_digital, digitized, not_public)
    select month.month, c.agency_id, c.unit_id, c.acronym, c.born_digital, c.digitized, c.not_public
      from month, counted c join agencies using (agency_id)
     where c.born_digital + c.digitized > 0`
}
