-- Stripes over the pages of an uploaded PDF (AUD-024); who keeps the agenda of an office (FLX-070, FLX-072).

-- Stripes that somebody is laying over a PDF. Kept apart from documents until the version made of them is included.
create table documents.striping (
  id bigint generated always as identity primary key,
  document_id bigint not null references documents.document,
  -- The file whose pages were looked at: another one in its place is other pages.
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  account_id bigint not null references identity.account,
  unit_id bigint not null references organization.unit,
  resolution int not null default 150 check (resolution in (100, 150, 200)),
  -- Grows with each change: what is made of an older one is nobody's.
  revision int not null default 1,
  state text not null default 'marking' check (state in ('marking', 'waiting', 'made', 'failed', 'included')),
  problem text check (length(problem) <= 40),
  made_sha256 text check (made_sha256 ~ '^[0-9a-f]{64}$'),
  made_bytes bigint check (made_bytes > 0),
  changed_at timestamptz not null,
  included_as bigint unique references documents.document,
  check ((state in ('made', 'included')) = (made_sha256 is not null and made_bytes is not null)),
  check ((state = 'failed') = (problem is not null)),
  check ((state = 'included') = (included_as is not null))
);
create unique index one_striping on documents.striping (document_id, account_id, unit_id) where state <> 'included';
create index striping_by_age on documents.striping (changed_at) where state <> 'included';
create index striping_by_made on documents.striping (made_sha256);

-- In per cent of the page from its top left, and why it may be hidden.
create table documents.stripe (
  id bigint generated always as identity primary key,
  striping_id bigint not null references documents.striping on delete cascade,
  page int not null check (page between 1 and 200),
  left_edge numeric(5, 2) not null check (left_edge >= 0),
  top_edge numeric(5, 2) not null check (top_edge >= 0),
  width numeric(5, 2) not null check (width >= 0.1),
  height numeric(5, 2) not null check (height >= 0.1),
  legal_basis text not null check (length(legal_basis) between 5 and 300),
  check (left_edge + width <= 100 and top_edge + height <= 100)
);
create index stripe_by_striping on documents.stripe (striping_id, page, id);

-- Whether any row still needs a stored file: now also a version with stripes that waits to be included.
create or replace function archive.is_named(file text) returns boolean language plpgsql stable as $$
begin
  return exists (select 1 from documents.file f where f.sha256 = file
                  and not exists (select 1 from documents.elimination e where e.document_id = f.document_id))
      or exists (select 1 from documents.image i where i.sha256 = file
                  and not exists (select 1 from documents.elimination e where e.document_id = i.document_id))
      or exists (select 1 from documents.waiting_file w where w.sha256 = file)
      or exists (select 1 from documents.striping s where s.made_sha256 = file and s.state = 'made'
                  and not exists (select 1 from documents.elimination e where e.document_id = s.document_id))
      or exists (select 1 from issuing.email_attachment a where a.sha256 = file
                  and not exists (select 1 from documents.elimination e where e.document_id = a.document_id))
      or exists (select 1 from mail.attachment a where a.sha256 = file)
      or exists (select 1 from guides.attachment a where a.sha256 = file)
      or exists (select 1 from printing.import p where p.sha256 = file)
      or exists (select 1 from register_import.import p where p.sha256 = file);
end $$;

-- Who keeps the agenda of an office besides its holder and who stands in. Nobody is ever struck out: the naming ends.
create table agenda.keeper (
  id bigint generated always as identity primary key,
  office_id bigint not null references agenda.calendar,
  account_id bigint not null references identity.account,
  named_at timestamptz not null,
  named_by bigint not null references identity.account,
  ended_at timestamptz,
  ended_by bigint references identity.account,
  check ((ended_at is null) = (ended_by is null)),
  check (ended_at >= named_at)
);
create unique index one_naming on agenda.keeper (office_id, account_id) where ended_at is null;

create function agenda.naming_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.ended_at is not null
     or (new.office_id, new.account_id, new.named_at, new.named_by) is distinct from (old.office_id, old.account_id, old.named_at, old.named_by) then
    raise exception 'who kept an agenda stays so' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger naming_stays before update or delete on agenda.keeper for each row execute function agenda.naming_stays();

-- Whether somebody reads and changes what is reserved in the agenda of an office: its keepers, its holder and who stands in
-- on the day. While nobody is named, whoever may change the agendas of the unit.
create function agenda.keeps_reserved(office bigint, person bigint, may_change boolean, on_day date) returns boolean
language plpgsql stable parallel safe as $$
begin
  if not exists (select from agenda.keeper k where k.office_id = office and k.ended_at is null) then
    return may_change;
  end if;
  return exists (select from agenda.keeper k where k.office_id = office and k.account_id = person and k.ended_at is null)
      or exists (select from identity.tenure t where t.office_id = office and t.account_id = person and t.valid @> on_day)
      or exists (select from identity.substitution s where s.office_id = office and s.substitute_id = person and s.valid @> on_day);
end $$;

-- What of the agendas of a unit is about a case file, for one person: what is reserved only for who keeps it.
drop function agenda.told(bigint, bigint);
create function agenda.told(case_file bigint, unit bigint, person bigint, may_change boolean, on_day date) returns jsonb
language plpgsql stable parallel safe as $$
begin
  return (
  select coalesce(jsonb_agg(to_jsonb(e) order by e.at desc), '[]') from (
    (select 'commitment' as what, x.id, o.title, lower(x.during) as at, x.state from agenda.commitment x
       join identity.office o on o.id = x.office_id
      where x.case_file_id = case_file and o.unit_id in (select organization.lineage(unit))
        and (x.reserved_basis is null or x.disclose_on <= on_day or agenda.keeps_reserved(x.office_id, person, may_change, on_day))
      order by x.id desc limit 20)
    union all
    (select 'request', x.id, o.title, x.registered_at, x.state from agenda.request x join identity.office o on o.id = x.office_id
      where x.case_file_id = case_file and x.state <> 'accepted' and o.unit_id in (select organization.lineage(unit))
      order by x.id desc limit 20)) e);
end $$;
