-- Bundles: documents to be signed, case files to be discussed in a meeting, case files a unit keeps together (core spec,
-- section 4). What a bundle lets another unit read stands in `cases` and `documents`, where the one gate asks for it.
create schema bundles;

-- Last number given. Taken with the bundle in one transaction: no gap, no twin.
create table bundles.number_counter (
  scope text primary key check (scope = 'installation'),
  last bigint not null check (last > 0)
);

create table bundles.bundle (
  id bigint generated always as identity primary key,
  number bigint not null unique check (number > 0),
  kind text not null check (kind in ('signature', 'meeting', 'internal')),
  -- The unit that made it, and alone fills and empties it.
  unit_id bigint not null references organization.unit,
  description text not null check (length(description) between 1 and 250),
  state text not null default 'generated' check (state in ('generated', 'available', 'returned', 'concluded')),
  -- Units sign one after the other, in the order of their places (BLO-030).
  in_order boolean not null default false,
  -- Until when all should have signed. It reminds, and stops nobody.
  sign_by date,
  created_at timestamptz not null,
  created_by bigint not null references identity.account,
  changed_at timestamptz not null,
  unique (id, kind),
  unique (id, unit_id),
  check (kind <> 'internal' or state in ('generated', 'concluded')),
  check (kind = 'signature' or (not in_order and sign_by is null))
);
create index bundle_by_unit on bundles.bundle (unit_id, kind, number desc);

-- The moves of BLO-002. A bundle begins as generated and takes no other way than these.
create function bundles.refuse_move() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'generated' then
      raise exception 'a bundle begins as generated' using errcode = 'check_violation';
    end if;
  elsif (new.kind, new.unit_id, new.number) is distinct from (old.kind, old.unit_id, old.number) then
    raise exception 'kind, unit and number of a bundle stay' using errcode = 'check_violation';
  elsif new.state <> old.state and (old.state, new.state) not in (
      ('generated', 'available'), ('generated', 'concluded'),
      ('available', 'returned'), ('available', 'generated'),
      ('returned', 'available'), ('returned', 'concluded'),
      ('concluded', 'generated'), ('concluded', 'returned')) then
    raise exception 'a bundle does not go from % to %', old.state, new.state using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger moves_as_permitted before insert or update on bundles.bundle for each row execute function bundles.refuse_move();

-- The units to which it goes when it is made available, in their order.
create table bundles.destination (
  bundle_id bigint not null references bundles.bundle on delete cascade,
  unit_id bigint not null references organization.unit,
  position int not null,
  primary key (bundle_id, unit_id),
  unique (bundle_id, position)
);

-- One unit having it, from its making available until return or cancellation. Several rounds leave several rows.
create table bundles.availability (
  id bigint generated always as identity primary key,
  bundle_id bigint not null references bundles.bundle on delete cascade,
  unit_id bigint not null references organization.unit,
  position int not null,
  made_at timestamptz not null,
  made_by bigint not null references identity.account,
  -- Null: waits for its turn in the order of signature, and sees nothing yet.
  begun_at timestamptz,
  ended_at timestamptz,
  ended_by bigint references identity.account,
  ending text check (ending in ('returned', 'cancelled')),
  -- What the unit wrote when it returned the bundle.
  note text not null default '' check (length(note) <= 500),
  check ((ended_at is null) = (ending is null)),
  check (ending is distinct from 'returned' or begun_at is not null)
);
create unique index one_open_availability on bundles.availability (bundle_id, unit_id) where ended_at is null;
create index availability_by_unit on bundles.availability (unit_id, bundle_id) where ended_at is null and begun_at is not null;
create index availability_by_bundle on bundles.availability (bundle_id, id);

-- Available is that some unit has it, and nothing else: asked at the end of each transaction.
create function bundles.check_availability() returns trigger language plpgsql as $$
declare
  of_bundle bigint := coalesce(to_jsonb(new) ->> 'bundle_id', to_jsonb(new) ->> 'id')::bigint;
begin
  if exists (select 1 from bundles.bundle b where b.id = of_bundle
              and (b.state = 'available') is distinct from exists (
                    select 1 from bundles.availability a
                     where a.bundle_id = b.id and a.ended_at is null and a.begun_at is not null)) then
    raise exception 'bundle %: its state and the units that have it disagree', of_bundle using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger state_agrees after insert or update of state on bundles.bundle
  deferrable initially deferred for each row execute function bundles.check_availability();
create constraint trigger state_agrees after insert or update on bundles.availability
  deferrable initially deferred for each row execute function bundles.check_availability();

-- Documents in signature bundles, case files in the others.
create table bundles.item (
  id bigint generated always as identity primary key,
  bundle_id bigint not null,
  bundle_kind text not null,
  document_id bigint references documents.document,
  case_file_id bigint references cases.case_file,
  added_at timestamptz not null,
  added_by bigint not null references identity.account,
  foreign key (bundle_id, bundle_kind) references bundles.bundle (id, kind) on delete cascade,
  unique (bundle_id, document_id),
  unique (bundle_id, case_file_id),
  check (num_nonnulls(document_id, case_file_id) = 1),
  check ((bundle_kind = 'signature') = (document_id is not null))
);
create index item_by_document on bundles.item (document_id) where document_id is not null;
create index item_by_case on bundles.item (case_file_id) where case_file_id is not null;

-- What a unit writes beside one item, read by all who have the bundle.
create table bundles.annotation (
  item_id bigint not null references bundles.item on delete cascade,
  unit_id bigint not null references organization.unit,
  text text not null check (length(text) between 1 and 500),
  at timestamptz not null,
  account_id bigint not null references identity.account,
  primary key (item_id, unit_id)
);

-- Marks on the whole bundle (BLO-006): they say something and do nothing.
create table bundles.signal (
  bundle_id bigint not null references bundles.bundle on delete cascade,
  kind text not null check (kind in ('priority', 'revised', 'commented')),
  text text not null default '' check (length(text) <= 500),
  unit_id bigint not null references organization.unit,
  at timestamptz not null,
  account_id bigint not null references identity.account,
  primary key (bundle_id, kind),
  check ((kind = 'commented') = (text <> ''))
);

-- Groups of one unit, over all kinds (BLO-008).
create table bundles.bundle_group (
  id bigint generated always as identity primary key,
  unit_id bigint not null references organization.unit,
  name text not null check (length(name) between 1 and 60),
  created_at timestamptz not null,
  deactivated_at timestamptz,
  unique (id, unit_id)
);
create unique index bundle_group_name on bundles.bundle_group (unit_id, platform.plain(lower(name)));

-- How one unit keeps a bundle, its own or a received one: in which group, with whom.
create table bundles.filing (
  bundle_id bigint not null references bundles.bundle on delete cascade,
  unit_id bigint not null references organization.unit,
  group_id bigint,
  assigned_to bigint references identity.account,
  at timestamptz not null,
  account_id bigint not null references identity.account,
  primary key (bundle_id, unit_id),
  foreign key (group_id, unit_id) references bundles.bundle_group (id, unit_id)
);
create index filing_by_group on bundles.filing (group_id) where group_id is not null;
create index filing_by_person on bundles.filing (assigned_to, unit_id) where assigned_to is not null;

-- A unit reads a case file for a time, without its having passed there (BLO-041). `source`: the bundle.
create table cases.temporary_reading (
  id bigint generated always as identity primary key,
  case_file_id bigint not null references cases.case_file,
  unit_id bigint not null references organization.unit,
  reason text not null check (reason in ('meeting-bundle')),
  source bigint not null,
  since timestamptz not null,
  until timestamptz check (until >= since)
);
create unique index one_open_reading on cases.temporary_reading (case_file_id, unit_id, reason, source) where until is null;
create index reading_by_source on cases.temporary_reading (reason, source) where until is null;

create function cases.reads_for_now(case_file bigint, unit bigint) returns boolean language plpgsql stable parallel safe as $$
begin
  return exists (select 1 from cases.temporary_reading r
                  where r.case_file_id = case_file and r.unit_id = unit and r.until is null);
end $$;

-- A document is with other units to be signed: they read it and the rest of its case file, and sign (BLO-023). `source`:
-- the bundle; only one at a time has a document with others (BLO-028).
create table documents.co_signing (
  id bigint generated always as identity primary key,
  document_id bigint not null references documents.document,
  case_file_id bigint not null references cases.case_file,
  unit_id bigint not null references organization.unit,
  source bigint not null,
  since timestamptz not null,
  until timestamptz check (until >= since),
  exclude using gist (document_id with =, source with <>) where (until is null)
);
create unique index one_open_co_signing on documents.co_signing (document_id, unit_id) where until is null;
create index co_signing_of_case on documents.co_signing (case_file_id, unit_id) where until is null;
create index co_signing_by_source on documents.co_signing (source) where until is null;
create index co_signing_by_unit on documents.co_signing (unit_id, document_id) where until is null;

create function documents.co_signs(document bigint, unit bigint) returns boolean language plpgsql stable parallel safe as $$
begin
  return exists (select 1 from documents.co_signing s
                  where s.document_id = document and s.unit_id = unit and s.until is null);
end $$;
create function documents.co_signs_in(case_file bigint, unit bigint) returns boolean language plpgsql stable parallel safe as $$
begin
  return exists (select 1 from documents.co_signing s
                  where s.case_file_id = case_file and s.unit_id = unit and s.until is null);
end $$;

-- The one rule of who may read (0009), with what bundles add to it.
create or replace function cases.may_list(c cases.case_file, unit bigint, per_document boolean) returns boolean language sql stable parallel safe as $$
  select c.state <> 'deleted' and case cases.governing_level(c, per_document)
    when 'public' then true
    when 'restricted' then cases.passed(c.id, unit) or cases.reads_for_now(c.id, unit)
    else false end $$;

create or replace function documents.may_read(d documents.document, c cases.case_file, account bigint, unit bigint, per_document boolean)
returns boolean language sql stable parallel safe as $$
  select d.state = 'active' and c.state <> 'deleted'
     and case platform.highest_level(cases.governing_level(c, per_document), d.level)
           when 'confidential' then cases.holds_credential(c.id, account, unit)
             and (not documents.is_draft(d) or d.unit_id in (select organization.lineage(unit)))
           when 'restricted' then case when documents.is_draft(d)
             then d.unit_id in (select organization.lineage(unit)) or documents.co_signs(d.id, unit) or cases.reads_for_now(c.id, unit)
             else cases.passed(c.id, unit) or cases.reads_for_now(c.id, unit) or documents.co_signs_in(c.id, unit) end
           else not documents.is_draft(d) or d.unit_id in (select organization.lineage(unit))
             or documents.co_signs(d.id, unit) or cases.reads_for_now(c.id, unit) end $$;

-- What is restricted is found by where it may be read: the index hears of every beginning and end.
create trigger search_notes_reading after insert or update of until on cases.temporary_reading for each row
  execute function search.note_passage();
create function search.note_co_signing() returns trigger language plpgsql as $$
begin
  insert into search.pending (document_id)
    select d.id from cases.case_file c join documents.document d on d.case_file_id = c.id
     where c.id = new.case_file_id and 'restricted' in (c.level, c.effective_level);
  return null;
end $$;
create trigger search_notes_co_signing after insert or update of until on documents.co_signing for each row
  execute function search.note_co_signing();

-- Whoever sends case files works with bundles too.
insert into identity.profile_permission (profile_id, permission)
  select profile_id, 'bundles.use' from identity.profile_permission where permission = 'routing.send' on conflict do nothing;
