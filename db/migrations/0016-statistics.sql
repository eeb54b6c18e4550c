-- Statistics (PES-030 to PES-057, QUE-14): figures are read from views published here, and months are frozen when they end.
create schema statistics;

-- A stay: a case file lies, or lay, open in a unit.
create view statistics.stay as
  select h.id, h.case_file_id, h.unit_id, h.opened_at, coalesce(h.closed_at, 'infinity'::timestamptz) as closed_at,
         h.closed_at as ended_at, h.closing,
         c.agency_id, c.case_type_id, c.effective_level as level, c.opened_at as case_opened_at
    from cases.holding h join cases.case_file c on c.id = h.case_file_id
   where c.state <> 'deleted';
comment on view statistics.stay is 'A case file open in a unit, from when to when; infinity while it still is.';

create view statistics.opened_case as
  select c.id as case_file_id, c.unit_id, c.agency_id, c.case_type_id, c.effective_level as level, c.opened_at
    from cases.case_file c where c.state <> 'deleted';
comment on view statistics.opened_case is 'A case file and the unit that opened it.';

-- What is deleted keeps its row with the moment, so that a month that has ended is counted as it ended.
create view statistics.made_document as
  select d.id as document_id, d.case_file_id, d.unit_id, d.kind, d.document_type_id, d.created_at, r.at as deleted_at,
         platform.highest_level(d.level, c.effective_level) as level, c.case_type_id,
         coalesce(f.origin = 'digitized', false) as digitized
    from documents.document d
    join cases.case_file c on c.id = d.case_file_id
    left join documents.removal r on r.document_id = d.id and r.kind = 'deleted'
    left join documents.file f on f.document_id = d.id and f.replaced_at is null;
comment on view statistics.made_document is 'A document, the unit that made it, and whether it is a digitized paper.';

create view statistics.deed as
  select e.id, e.case_file_id, e.unit_id, e.account_id, e.kind, e.facts, e.at, c.effective_level as level
    from history.event e join cases.case_file c on c.id = e.case_file_id
   where c.state <> 'deleted';
comment on view statistics.deed is 'What somebody did in a unit, from the history.';

create view statistics.passing as
  select m.id, m.case_file_id, m.from_unit_id, m.to_unit_id, m.sent_at from routing.movement m where m.recalled_at is null;
comment on view statistics.passing is 'A case file was sent from one unit to another, and not taken back.';

-- The masks (PES-036). Lists name case files and documents by these alone: a confidential case file is not there, of a
-- restricted one there is no number. Whoever may read it finds it by search, not by a figure.
create view statistics.named_case as
  select c.id as case_file_id, c.case_type_id, c.opened_at,
         case when c.effective_level = 'public' then c.number end as number,
         case when c.effective_level = 'public' then c.digits end as digits
    from cases.case_file c where c.state <> 'deleted' and c.effective_level <> 'confidential';
comment on view statistics.named_case is 'A case file as lists of statistics may name it.';

create view statistics.named_document as
  select d.id as document_id, d.unit_id, d.document_type_id, n.number as case_number, n.digits as case_digits,
         case when platform.highest_level(d.level, c.effective_level) = 'public' and d.state = 'active' then lpad(d.number::text, 7, '0') end as number,
         d.state = 'cancelled' as cancelled, documents.is_draft(d) as draft
    from documents.document d
    join cases.case_file c on c.id = d.case_file_id
    join statistics.named_case n on n.case_file_id = d.case_file_id
   where d.state <> 'deleted' and d.level <> 'confidential';
comment on view statistics.named_document is 'A document as lists of statistics may name it. Drafts are for their own unit alone: who lists asks for that.';

-- Periods are asked for by unit: these keep each page to the rows of its period.
create index stay_by_unit on cases.holding (unit_id, (coalesce(closed_at, 'infinity'::timestamptz)), opened_at) include (case_file_id);
create index stay_by_end on cases.holding (closed_at) include (case_file_id) where closed_at is not null;
create index deed_by_unit on history.event (unit_id, at, id);
create index case_file_by_agency on cases.case_file (agency_id, case_type_id, opened_at);

-- What counts in the indices (PES-052): the last row is in force; earlier ones stay on record.
create table statistics.definition (
  id bigint generated always as identity primary key,
  counts_drafts boolean not null,
  counts_born_digital_files boolean not null,
  minimum_users int not null check (minimum_users between 0 and 1000),
  since timestamptz not null,
  set_by bigint references identity.account
);
create trigger definition_is_append_only before update or delete on statistics.definition
  for each row execute function platform.refuse_change();
insert into statistics.definition (counts_drafts, counts_born_digital_files, minimum_users, since) values (true, true, 0, '2000-01-01');

-- A month that has ended, frozen with the definition then in force: what is deleted later changes nothing here (PES-055).
create table statistics.closed_month (
  month date primary key check (extract(day from month) = 1),
  closed_at timestamptz not null,
  counts_drafts boolean not null,
  counts_born_digital_files boolean not null,
  minimum_users int not null,
  external_users int not null check (external_users >= 0),
  registered_users int not null check (registered_users >= 0),
  documents bigint not null check (documents >= 0),
  storage_bytes bigint not null check (storage_bytes >= 0),
  -- The transaction that closed it: no agency and no unit joins the month later.
  tx xid8 not null default pg_current_xact_id(),
  check (closed_at at time zone 'America/Sao_Paulo' >= month + interval '1 month')
);
-- Acronyms as they were. Numerators and denominators, never the rounded value (PES-051).
create table statistics.closed_agency (
  month date not null references statistics.closed_month,
  agency_id bigint not null references organization.agency,
  acronym text not null,
  born_digital int not null check (born_digital >= 0),
  digitized int not null check (digitized >= 0),
  users int not null check (users >= 0),
  primary key (month, agency_id)
);
create table statistics.closed_unit (
  month date not null,
  agency_id bigint not null,
  unit_id bigint not null references organization.unit,
  acronym text not null,
  born_digital int not null check (born_digital >= 0),
  digitized int not null check (digitized >= 0),
  -- Of the two, how many are not public: a total, and no name of any.
  not_public int not null check (not_public between 0 and born_digital + digitized),
  primary key (month, unit_id),
  foreign key (month, agency_id) references statistics.closed_agency
);
create index closed_unit_by_agency on statistics.closed_unit (month, agency_id);

create function statistics.refuse_late_row() returns trigger language plpgsql as $$
begin
  if (select tx from statistics.closed_month where month = new.month) is distinct from pg_current_xact_id() then
    raise exception 'the month % is closed', new.month using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger closed_agency_is_whole before insert on statistics.closed_agency
  for each row execute function statistics.refuse_late_row();
create trigger closed_unit_is_whole before insert on statistics.closed_unit
  for each row execute function statistics.refuse_late_row();

-- None yet: the migration that brings them tells this function where they are.
create function statistics.external_users(before timestamptz) returns int language sql stable as $$ select 0 $$;

-- Figures that other installations published, to compare with.
create table statistics.published (
  id bigint generated always as identity primary key,
  name text not null unique check (length(name) between 3 and 120),
  source text not null check (length(source) between 3 and 300),
  loaded_at timestamptz not null,
  loaded_by bigint references identity.account
);
create table statistics.published_agency (
  published_id bigint not null references statistics.published,
  acronym text not null check (length(acronym) between 1 and 30),
  users int check (users >= 0),
  born_digital int check (born_digital >= 0),
  digitized int check (digitized >= 0),
  -- Documents reckoned back from a published index, where their number was not published.
  implied_documents int check (implied_documents >= 0),
  primary key (published_id, acronym),
  check ((born_digital is null) = (digitized is null)),
  check (implied_documents is null or born_digital is null)
);
create table statistics.published_house (
  published_id bigint not null references statistics.published,
  position int not null,
  name text not null check (length(name) between 2 and 60),
  external_users int check (external_users >= 0),
  registered_users int check (registered_users >= 0),
  documents int check (documents >= 0),
  storage_bytes bigint check (storage_bytes >= 0),
  primary key (published_id, position)
);

do $$
declare frozen text;
begin
  foreach frozen in array array['closed_month', 'closed_agency', 'closed_unit', 'published', 'published_agency', 'published_house'] loop
    execute format('create trigger %I before update or delete on statistics.%I for each row execute function platform.refuse_change()',
      frozen || '_is_append_only', frozen);
    execute format('create trigger %I before truncate on statistics.%I for each statement execute function platform.refuse_change()',
      frozen || '_is_never_emptied', frozen);
  end loop;
end $$;

-- Who makes documents in units of an agency on a day (PES-053). Whoever may in one agency alone counts there; in several,
-- in the agency where the account is registered.
create function statistics.users_on(day date) returns table (agency_id bigint, users int) language sql stable as $$
  with able as (
    select distinct a.id as account_id, a.agency_id as home_id, u.agency_id
      from identity.assignment g
      join identity.profile_permission pp on pp.profile_id = g.profile_id and pp.permission = 'documents.write'
      join identity.account a on a.id = g.account_id
       and (a.disabled_at is null or (a.disabled_at at time zone 'America/Sao_Paulo')::date > day)
      cross join lateral (
        select g.unit_id as id where g.unit_id is not null
        union all
        select d from organization.descendants(g.unit_id, day) d where g.extends_to_subunits
        union all
        select x.id from organization.unit x where x.agency_id = g.agency_id
      ) reach
      join organization.unit u on u.id = reach.id
       and (u.deactivated_at is null or (u.deactivated_at at time zone 'America/Sao_Paulo')::date > day)
      join organization.placement p on p.unit_id = u.id and p.valid @> day
     where g.valid @> day
  ), settled as (
    select account_id, case when count(*) = 1 then min(able.agency_id) else min(home_id) end as agency_id from able group by account_id
  )
  select settled.agency_id, count(*)::int from settled group by settled.agency_id $$;

-- Installations that already stand: who works in case files reads the figures of the unit, and so do administrators.
insert into identity.profile_permission (profile_id, permission)
  select distinct profile_id, 'statistics.read' from identity.profile_permission where permission in ('cases.open', 'organization.manage')
  on conflict do nothing;
