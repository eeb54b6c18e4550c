-- Agencies, units, hierarchy by dates, e-mails, holidays (core spec, EST-*).
create schema organization;

create table organization.agency (
  id bigint generated always as identity primary key,
  acronym text not null unique check (length(acronym) between 1 and 30),
  name text not null check (length(name) between 1 and 250),
  position int not null default 0,
  -- Code inside case numbers, digits only.
  number_code text not null default '' check (number_code ~ '^\d{0,6}$'),
  number_mask text not null,
  letterhead text not null default '',
  may_receive boolean not null default true,
  deactivated_at timestamptz,
  created_at timestamptz not null default now()
);

create table organization.unit (
  id bigint generated always as identity primary key,
  agency_id bigint not null references organization.agency,
  -- Stands in the address of every page; stays when the unit is renamed.
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
  acronym text not null check (length(acronym) between 1 and 40),
  name text not null check (length(name) between 1 and 250),
  number_code text not null default '' check (number_code ~ '^\d{0,8}$'),
  -- Postal data: without it the unit cannot generate documents (EST-006).
  address text not null default '',
  city text not null default '',
  state text not null default '',
  phone text not null default '',
  available_for_sending boolean not null default true,
  warns_on_receipt boolean not null default false,
  is_mailroom boolean not null default false,
  is_archive boolean not null default false,
  is_ombuds boolean not null default false,
  deactivated_at timestamptz,
  created_at timestamptz not null default now(),
  unique (agency_id, acronym)
);
create index unit_name_words on organization.unit using gin ((platform.plain(lower(acronym || ' ' || name))) public.gin_trgm_ops);

-- Old documents show the acronym in force on their date (EST-004).
create table organization.unit_name (
  unit_id bigint not null references organization.unit,
  acronym text not null,
  name text not null,
  valid daterange not null,
  exclude using gist (unit_id with =, valid with &&)
);
create table organization.agency_name (
  agency_id bigint not null references organization.agency,
  acronym text not null,
  name text not null,
  valid daterange not null,
  exclude using gist (agency_id with =, valid with &&)
);

-- A unit is in the hierarchy once at a time (EST-015); outside it, nobody can switch to it (EST-016).
create table organization.placement (
  id bigint generated always as identity primary key,
  unit_id bigint not null references organization.unit,
  parent_id bigint references organization.unit check (parent_id <> unit_id),
  valid daterange not null,
  exclude using gist (unit_id with =, valid with &&)
);
create index placement_by_parent on organization.placement (parent_id);

-- The hierarchy has no cycle on any day (EST-018). The lock makes two movers come one after the other, so that the second
-- one sees what the first one did.
create function organization.refuse_cycle() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('organization.placement', 0));
  if exists (
    with recursive up(id, valid) as (
      select new.parent_id, new.valid where new.parent_id is not null
      union
      select p.parent_id, p.valid * up.valid
        from up join organization.placement p on p.unit_id = up.id and p.valid && up.valid
       where p.parent_id is not null
    ) select 1 from up where id = new.unit_id
  ) then
    raise exception 'unit % would stand below itself', new.unit_id using errcode = 'check_violation',
      constraint = 'placement_has_no_cycle';
  end if;
  return null;
end $$;
create trigger placement_has_no_cycle after insert or update on organization.placement
  for each row execute function organization.refuse_cycle();

create table organization.unit_email (
  id bigint generated always as identity primary key,
  unit_id bigint not null references organization.unit,
  address text not null check (address ~ '^[^@\s]+@[^@\s]+$' and length(address) <= 254),
  description text not null default '',
  unique (unit_id, address)
);

-- Null agency: every agency.
create table organization.holiday (
  id bigint generated always as identity primary key,
  agency_id bigint references organization.agency,
  on_date date not null,
  name text not null check (length(name) between 1 and 120),
  kind text not null default 'feriado' check (kind in ('feriado', 'ponto facultativo')),
  unique nulls not distinct (agency_id, on_date)
);

-- Capacities (cargo/função) offered at signing belong to the unit (EST-041).
create table organization.capacity (
  id bigint generated always as identity primary key,
  unit_id bigint not null references organization.unit,
  title text not null check (length(title) between 1 and 120),
  deactivated_at timestamptz,
  unique (unit_id, title)
);

-- Filled by unit migration; read by the access rule from the first day (EST-090).
create table organization.succession (
  predecessor_id bigint not null references organization.unit,
  successor_id bigint not null references organization.unit,
  since timestamptz not null default now(),
  primary key (predecessor_id, successor_id),
  check (predecessor_id <> successor_id)
);

-- The unit, and every unit above it on the date.
create function organization.ancestors(unit bigint, today date) returns setof bigint language sql stable parallel safe as $$
  with recursive up(id) as (
    select unit
    union
    select p.parent_id from up join organization.placement p on p.unit_id = up.id and p.valid @> today where p.parent_id is not null
  ) select id from up $$;

-- The unit, and every unit below it on the date.
create function organization.descendants(unit bigint, today date) returns setof bigint language sql stable parallel safe as $$
  with recursive down(id) as (
    select unit
    union
    select p.unit_id from down join organization.placement p on p.parent_id = down.id and p.valid @> today
  ) select id from down $$;

-- The unit and all that it succeeds, for access to what they held.
create function organization.lineage(unit bigint) returns setof bigint language sql stable parallel safe as $$
  with recursive back(id) as (
    select unit
    union
    select s.predecessor_id from back join organization.succession s on s.successor_id = back.id
  ) select id from back $$;
