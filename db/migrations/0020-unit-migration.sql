-- Migration of units: rename, succession, merge, split (core spec, EST-080 to EST-097). What a unit has goes to another
-- one, case file by case file; what it did stays its own for ever.
create schema unit_migration;

-- A unit that was succeeded stays for history: nothing is sent to it any more (EST-082).
alter table organization.unit add column succeeded_at timestamptz,
  add constraint unit_succeeded_takes_nothing check (succeeded_at is null or not available_for_sending);
comment on column organization.unit.succeeded_at is 'Since when another unit has what this one had; its people only read.';

-- Of several successors, the one that takes what no rule names; what comes for the old unit goes there (EST-096).
alter table organization.succession add column takes_rest boolean not null default false;
create unique index succession_takes_rest on organization.succession (predecessor_id) where takes_rest;

-- The unit that stands for this one today: itself, or the last of its successors. Ids never change (EST-096).
create function organization.current_unit(unit bigint) returns bigint language plpgsql stable parallel safe as $$
declare
  here bigint := unit;
  following bigint;
  seen bigint[] := array[unit];
begin
  loop
    following := (select s.successor_id from organization.succession s where s.predecessor_id = here
                   order by s.takes_rest desc, s.since, s.successor_id limit 1);
    if following is null or following = any (seen) then return here; end if;
    here := following;
    seen := seen || here;
  end loop;
end $$;

-- What people may still do in a unit that was succeeded: read, print what they read, administrate (EST-082). A list of
-- what stays, so that a permission made later does not stay by oversight.
create function identity.stays_after_succession(permission text) returns boolean language sql immutable parallel safe as $$
  select permission in ('output.export', 'history.audit', 'acervo.confidential', 'statistics.read', 'platform.operate',
                        'organization.manage', 'identity.manage', 'classification.manage') $$;

-- As before (0011), and only reading in a unit that was succeeded. Evaluated when asked: no permission is rewritten.
create or replace function identity.permissions_in(account bigint, unit bigint, today date) returns text[]
language plpgsql stable parallel safe as $$
begin
  return (select coalesce(array_agg(distinct case when u.succeeded_at is null or identity.stays_after_succession(pp.permission)
                                                  then pp.permission else 'output.export' end), '{}')
    from organization.unit u
    join organization.placement p on p.unit_id = u.id and p.valid @> today
    join identity.assignment a on a.account_id = account and a.valid @> today
     and (a.unit_id = u.id or a.agency_id = u.agency_id
          or (a.extends_to_subunits and a.unit_id in (select organization.ancestors(u.id, today))))
    join identity.profile_permission pp on pp.profile_id = a.profile_id
   where u.id = unit and u.deactivated_at is null);
end $$;

alter table cases.holding drop constraint holding_closing_check, add constraint holding_closing_check
  check (closing in ('sent', 'concluded', 'annexed', 'recalled', 'deleted', 'migrated'));
alter table cases.credential drop constraint credential_ending_check, add constraint credential_ending_check
  check (ending in ('revoked', 'renounced', 'cancelled', 'moved'));
alter table documents.version drop constraint version_kind_check, add constraint version_kind_check
  check (kind in ('created', 'saved', 'restored', 'migrated'));

-- Movements under way follow the units; where they were first stays on record.
alter table routing.movement
  add column first_from_unit_id bigint references organization.unit,
  add column first_to_unit_id bigint references organization.unit;
create index movement_under_way_to on routing.movement (to_unit_id) where received_at is null and recalled_at is null;
create index movement_under_way_from on routing.movement (from_unit_id) where received_at is null and recalled_at is null;

-- What migration asks of a unit, beside what the desk has indexes for.
create index credential_in_force_by_unit on cases.credential (unit_id) where ended_at is null;
create index observation_by_unit on cases.observation (unit_id);
create index draft_by_unit on documents.document (unit_id, case_file_id)
  where kind = 'authored' and signature_count = 0 and state = 'active';

create index signature_credential_by_unit on documents.signature_credential (unit_id) where ended_at is null;
create index destination_by_unit on bundles.destination (unit_id);
create index availability_open_by_unit on bundles.availability (unit_id) where ended_at is null;
create index availability_returned_by_unit on bundles.availability (unit_id, bundle_id) where ending = 'returned';

-- Figures of what was sent stay with the units that sent and took it (EST-093).
create or replace view statistics.passing as
  select m.id, m.case_file_id, coalesce(m.first_from_unit_id, m.from_unit_id) as from_unit_id,
         coalesce(m.first_to_unit_id, m.to_unit_id) as to_unit_id, m.sent_at
    from routing.movement m where m.recalled_at is null;

-- Whether one unit took the place of the other.
create function organization.succeeds(successor bigint, predecessor bigint) returns boolean language plpgsql stable parallel safe as $$
begin
  return exists (select 1 from organization.succession s where s.successor_id = successor and s.predecessor_id = predecessor);
end $$;

-- As before (0012), and a deadline goes to the unit that succeeds its own.
create or replace function deadlines.keep_deadline() returns trigger language plpgsql as $$
begin
  if (new.case_file_id, new.set_at, new.set_by) is distinct from (old.case_file_id, old.set_at, old.set_by)
     or new.unit_id <> old.unit_id and not organization.succeeds(new.unit_id, old.unit_id) then
    raise exception 'a deadline stays where it was set' using errcode = 'restrict_violation';
  end if;
  if old.deleted_at is not null then
    raise exception 'a deleted deadline stays as it is' using errcode = 'restrict_violation';
  end if;
  if old.concluded_at is not null and new.concluded_at is not null
     and (new.due_on, new.due_time, new.text) is distinct from (old.due_on, old.due_time, old.text) then
    raise exception 'a concluded deadline is reopened before it changes' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

-- As before (0014), and a bundle goes to the unit that succeeds its own.
create or replace function bundles.refuse_move() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'generated' then
      raise exception 'a bundle begins as generated' using errcode = 'check_violation';
    end if;
  elsif (new.kind, new.number) is distinct from (old.kind, old.number)
     or new.unit_id <> old.unit_id and not organization.succeeds(new.unit_id, old.unit_id) then
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

create table unit_migration.migration (
  id bigint generated always as identity primary key,
  mode text not null check (mode in ('rename', 'succession', 'merge', 'split')),
  state text not null default 'draft' check (state in ('draft', 'simulated', 'approved', 'running', 'done', 'failed')),
  -- The formal act, and the case file in which it came about (EST-095).
  formal_act text not null check (length(formal_act) between 5 and 200),
  case_number text not null check (length(case_number) between 5 and 40),
  new_acronym text check (length(new_acronym) between 1 and 40),
  new_name text check (length(new_name) between 1 and 250),
  -- Annual numbers of the unit go on where they stood, or begin again at 1 (EST-092).
  continues_numbering boolean not null default true,
  created_at timestamptz not null,
  created_by bigint not null references identity.account,
  created_unit_id bigint not null references organization.unit,
  simulated_at timestamptz,
  simulated_by bigint references identity.account,
  -- Counts by kind and every obstacle as it was told.
  simulation jsonb,
  approved_at timestamptz,
  approved_by bigint references identity.account,
  approved_unit_id bigint references organization.unit,
  started_at timestamptz,
  started_by bigint references identity.account,
  started_unit_id bigint references organization.unit,
  -- Which run works on it, and its last sign of life: one that died is taken over by another.
  run_token text,
  beat_at timestamptz,
  finished_at timestamptz,
  problem text,
  check ((mode = 'rename') = (new_acronym is not null) and (mode = 'rename') = (new_name is not null)),
  check (num_nonnulls(simulated_at, simulated_by, simulation) in (0, 3)),
  check (num_nonnulls(approved_at, approved_by, approved_unit_id) in (0, 3)),
  check (num_nonnulls(started_at, started_by, started_unit_id) in (0, 3)),
  check ((state = 'draft') = (simulated_at is null)),
  check ((state in ('draft', 'simulated')) = (approved_at is null)),
  check ((state in ('running', 'done', 'failed')) = (started_at is not null)),
  check ((state in ('done', 'failed')) = (finished_at is not null)),
  check ((state = 'failed') = (problem is not null)),
  check (run_token is null or state = 'running'),
  constraint approved_by_another_person check (approved_by <> created_by)
);
create index migration_newest on unit_migration.migration (id desc);
create index migration_under_way on unit_migration.migration (beat_at) where state = 'running';

create table unit_migration.migration_unit (
  migration_id bigint not null references unit_migration.migration on delete cascade,
  unit_id bigint not null references organization.unit,
  role text not null check (role in ('from', 'to')),
  position int not null,
  -- A unit does not go to itself.
  primary key (migration_id, unit_id)
);
create index migration_unit_by_unit on unit_migration.migration_unit (unit_id);

-- Of a split: which case files go where. Each names one thing; the first unit of the list takes what no rule names.
create table unit_migration.rule (
  id bigint generated always as identity primary key,
  migration_id bigint not null references unit_migration.migration on delete cascade,
  case_file_id bigint references cases.case_file,
  account_id bigint references identity.account,
  case_type_id bigint references classification.case_type,
  to_unit_id bigint not null,
  foreign key (migration_id, to_unit_id) references unit_migration.migration_unit on delete cascade,
  check (num_nonnulls(case_file_id, account_id, case_type_id) = 1),
  unique nulls not distinct (migration_id, case_file_id, account_id, case_type_id)
);

-- The report: what was planned of each case file, and of each kind of thing of the unit, and what became of it.
create table unit_migration.item (
  id bigint generated always as identity primary key,
  migration_id bigint not null references unit_migration.migration on delete cascade,
  kind text not null check (length(kind) between 2 and 40),
  case_file_id bigint references cases.case_file,
  from_unit_id bigint references organization.unit,
  to_unit_id bigint not null references organization.unit,
  state text not null check (state in ('planned', 'done', 'failed', 'gone')),
  -- How many of each kind; null: not foreseen by the simulation, or not moved.
  planned jsonb,
  moved jsonb,
  notes text[] not null default '{}',
  settled_at timestamptz,
  check ((kind = 'case-file') = (case_file_id is not null)),
  check ((kind = 'case-file') = (from_unit_id is null)),
  check ((state = 'planned') = (settled_at is null)),
  check ((state = 'done') = (moved is not null))
);
create unique index item_of_case_file on unit_migration.item (migration_id, case_file_id) where case_file_id is not null;
create unique index item_of_unit on unit_migration.item (migration_id, kind, from_unit_id) where case_file_id is null;
create index item_in_order on unit_migration.item (migration_id, state, id);

-- The states follow one another, each with what it needs; what was approved is what is carried out.
create function unit_migration.keep_order() returns trigger language plpgsql as $$
declare
  sources int;
  targets int;
begin
  if tg_op = 'INSERT' then
    if new.state <> 'draft' then
      raise exception 'a migration begins as a draft' using errcode = 'check_violation', constraint = 'migration_order';
    end if;
    return new;
  end if;
  if tg_op = 'DELETE' then
    if old.state <> 'draft' then
      raise exception 'only a draft is deleted' using errcode = 'check_violation', constraint = 'migration_order';
    end if;
    return old;
  end if;
  if new.state <> old.state and old.state || '>' || new.state <> all (array['draft>simulated', 'simulated>draft', 'approved>draft',
      'simulated>approved', 'approved>running', 'running>done', 'running>failed', 'failed>running']) then
    raise exception 'a migration does not go from % to %', old.state, new.state
      using errcode = 'check_violation', constraint = 'migration_order';
  end if;
  if (new.mode, new.formal_act, new.case_number, new.new_acronym, new.new_name, new.continues_numbering, new.created_by)
     is distinct from
     (old.mode, old.formal_act, old.case_number, old.new_acronym, old.new_name, old.continues_numbering, old.created_by) then
    raise exception 'what a migration says does not change' using errcode = 'check_violation', constraint = 'migration_order';
  end if;
  if old.state not in ('draft', 'simulated') and new.simulation is distinct from old.simulation and new.state <> 'draft' then
    raise exception 'what was approved does not change' using errcode = 'check_violation', constraint = 'migration_order';
  end if;
  if new.state = 'simulated' and old.state = 'draft' then
    select count(*) filter (where role = 'from'), count(*) filter (where role = 'to') into sources, targets
      from unit_migration.migration_unit where migration_id = new.id;
    if not (case new.mode when 'rename' then sources = 1 and targets = 0
                         when 'succession' then sources = 1 and targets = 1
                         when 'merge' then sources >= 2 and targets = 1
                         else sources = 1 and targets >= 2 end) then
      raise exception 'a % does not have % units and % successors', new.mode, sources, targets
        using errcode = 'check_violation', constraint = 'migration_units';
    end if;
  end if;
  -- The superior unit approves (EST-083): one above every unit that is migrated; of a unit at the top, itself.
  if new.state = 'approved' and old.state = 'simulated' and exists (
    select 1 from unit_migration.migration_unit m
     where m.migration_id = new.id and m.role = 'from'
       and new.approved_unit_id not in (
         select a from organization.ancestors(m.unit_id, new.approved_at::date) a
          where a <> m.unit_id
             or not exists (select 1 from organization.placement p where p.unit_id = m.unit_id
                              and p.valid @> new.approved_at::date and p.parent_id is not null))) then
    raise exception 'unit % is not above those that are migrated', new.approved_unit_id
      using errcode = 'check_violation', constraint = 'approved_by_superior_unit';
  end if;
  return new;
end $$;
create trigger migration_keeps_order before insert or update or delete on unit_migration.migration
  for each row execute function unit_migration.keep_order();

-- Units and rules are of the draft: afterwards they are what was simulated and approved.
create function unit_migration.only_in_draft() returns trigger language plpgsql as $$
declare
  of_migration bigint := case when tg_op = 'DELETE' then old.migration_id else new.migration_id end;
begin
  if exists (select 1 from unit_migration.migration where id = of_migration and state <> 'draft') then
    raise exception 'migration % is no draft any more', of_migration
      using errcode = 'check_violation', constraint = 'migration_is_draft';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger units_only_in_draft before insert or update or delete on unit_migration.migration_unit
  for each row execute function unit_migration.only_in_draft();
create trigger rules_only_in_draft before insert or update or delete on unit_migration.rule
  for each row execute function unit_migration.only_in_draft();
