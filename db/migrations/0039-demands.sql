-- Demands of outside bodies, with deadlines for the units asked that follow from theirs (core spec, FLX-062, FLX-063; feature 69).
create schema demands;

create table demands.demand (
  id bigint generated always as identity primary key,
  -- Who follows it.
  unit_id bigint not null references organization.unit,
  body_class text not null check (body_class in ('federal', 'state', 'municipal', 'attorney', 'judiciary', 'legislature', 'prosecution')),
  body text not null check (length(body) between 2 and 200),
  -- The number that the body gave it.
  number text not null default '' check (length(number) <= 100),
  subject text not null check (length(subject) between 3 and 500),
  received_on date not null,
  legal_base text not null check (length(legal_base) between 3 and 300),
  -- The day on which it was first due, and the one in force: later where more time was granted.
  first_due_on date not null check (first_due_on >= received_on),
  due_on date not null,
  responsible_id bigint references identity.account,
  case_file_id bigint references cases.case_file,
  registered_at timestamptz not null,
  registered_by bigint not null references identity.account,
  answered_on date,
  answer text check (length(answer) between 3 and 300),
  exit_kind text check (exit_kind in ('slip', 'letter', 'email', 'petition', 'other')),
  exit_proof text check (length(exit_proof) between 2 and 200),
  answered_at timestamptz,
  answered_by bigint references identity.account,
  check (due_on >= first_due_on),
  check (answered_on >= received_on),
  -- An answer says what was answered and how it went out, or there is none.
  check (num_nulls(answered_on, answer, exit_kind, exit_proof, answered_at, answered_by) in (0, 6))
);
create index demand_open on demands.demand (unit_id, due_on) where answered_on is null;
create index demand_answered on demands.demand (unit_id, answered_on desc) where answered_on is not null;
create index demand_of_case on demands.demand (case_file_id) where case_file_id is not null;

create function demands.keep_demand() returns trigger language plpgsql as $$
begin
  if old.answered_on is not null
     or (new.id, new.unit_id, new.first_due_on, new.registered_at, new.registered_by)
        is distinct from (old.id, old.unit_id, old.first_due_on, old.registered_at, old.registered_by)
     or new.due_on < old.due_on then
    raise exception 'a demand keeps its unit and first deadline, and once answered it stays' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger demand_is_kept before update on demands.demand for each row execute function demands.keep_demand();
create trigger demand_is_never_removed before delete on demands.demand for each row execute function platform.refuse_change();

-- More time asked of the body; granted, its day is in force.
create table demands.extension (
  id bigint generated always as identity primary key,
  demand_id bigint not null references demands.demand,
  asked_on date not null,
  asked_until date not null,
  reason text not null check (length(reason) between 3 and 300),
  asked_at timestamptz not null,
  asked_by bigint not null references identity.account,
  decided_on date check (decided_on >= asked_on),
  granted_until date,
  decided_at timestamptz,
  decided_by bigint references identity.account,
  check (num_nulls(decided_on, decided_at, decided_by) in (0, 3)),
  check (granted_until is null or decided_on is not null)
);
create unique index one_extension_asked_at_a_time on demands.extension (demand_id) where decided_on is null;
create index extension_of_demand on demands.extension (demand_id, id);

create function demands.keep_extension() returns trigger language plpgsql as $$
begin
  if old.decided_on is not null or (new.id, new.demand_id, new.asked_on, new.asked_until, new.reason, new.asked_at, new.asked_by)
     is distinct from (old.id, old.demand_id, old.asked_on, old.asked_until, old.reason, old.asked_at, old.asked_by) then
    raise exception 'an extension stays as it was asked, and is decided once' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger extension_is_kept before update on demands.extension for each row execute function demands.keep_extension();
create trigger extension_is_never_removed before delete on demands.extension for each row execute function platform.refuse_change();

-- A unit asked to manifest itself, so many working days before the demand is due.
create table demands.sector (
  id bigint generated always as identity primary key,
  demand_id bigint not null references demands.demand,
  unit_id bigint not null references organization.unit,
  days_before int not null check (days_before between 0 and 60),
  due_on date not null,
  request text not null default '' check (length(request) <= 500),
  asked_at timestamptz not null,
  asked_by bigint not null references identity.account,
  returned_on date,
  document text check (length(document) <= 300),
  returned_at timestamptz,
  returned_by bigint references identity.account,
  check (num_nulls(returned_on, document, returned_at, returned_by) in (0, 4))
);
create unique index one_open_question_to_a_sector on demands.sector (demand_id, unit_id) where returned_on is null;
create index sector_of_demand on demands.sector (demand_id, id);
create index sector_of_unit on demands.sector (unit_id, demand_id);

create function demands.keep_sector() returns trigger language plpgsql as $$
begin
  if old.returned_on is not null or (new.id, new.demand_id, new.unit_id, new.days_before, new.request, new.asked_at, new.asked_by)
     is distinct from (old.id, old.demand_id, old.unit_id, old.days_before, old.request, old.asked_at, old.asked_by) then
    raise exception 'what a unit was asked stays, and is returned once' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger sector_is_kept before update on demands.sector for each row execute function demands.keep_sector();
create trigger sector_is_never_removed before delete on demands.sector for each row execute function platform.refuse_change();

-- How a demand stands on a day. The one place that says so.
create function demands.state(d demands.demand, today date) returns text language sql stable parallel safe as $$
  select case when d.answered_on > d.due_on then 'answered-late' when d.answered_on is not null then 'answered'
              when d.due_on < today then 'overdue' when d.due_on > d.first_due_on then 'extended'
              when d.responsible_id is not null or exists (select from demands.sector s where s.demand_id = d.id) then 'in-progress'
              else 'received' end $$;

-- The demands of a unit in a case file, and those in which it was asked. Its caller has passed the gate.
create function demands.told(case_file bigint, unit bigint) returns jsonb language sql stable parallel safe as $$
  select coalesce(jsonb_agg(to_jsonb(e) order by e."dueOn"), '[]') from (
    select x.id, x.body, x.number, x.due_on as "dueOn", x.answered_on as "answeredOn", s.due_on as "sectorDueOn"
      from demands.demand x
      left join lateral (select min(s.due_on) as due_on, count(*) as asked from demands.sector s
                          where s.demand_id = x.id and s.unit_id in (select organization.lineage(unit))) s on true
     where x.case_file_id = case_file and (x.unit_id in (select organization.lineage(unit)) or s.asked > 0)
     order by x.answered_on is not null, x.due_on limit 20) e $$;

-- Reminders of what is in an agenda, to whoever asked for it (AG-08): one for each commitment and day.
create table agenda.reminder (
  commitment_id bigint not null references agenda.commitment,
  day date not null,
  queued_at timestamptz not null,
  primary key (commitment_id, day)
);
create index commitment_of_request on agenda.commitment (lower(during)) where request_id is not null;

-- Of what is about a restricted case file the public learns time and law alone, unless somebody said that its words may be public.
alter table agenda.commitment add column words_are_public boolean not null default false;

create or replace function agenda.note_version() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' or new.sequence > old.sequence then
    insert into agenda.version (commitment_id, sequence, at, account_id, shown)
    values (new.id, new.sequence, new.changed_at, new.changed_by, jsonb_build_object('kind', new.kind, 'subject', new.subject,
      'place', new.place, 'from', lower(new.during), 'to', upper(new.during), 'participants', new.participants,
      'representative', new.representative, 'represented', new.represented, 'interests', new.interests, 'state', new.state,
      'capacity', new.capacity, 'isReserved', new.reserved_basis is not null or (not new.words_are_public and exists (
        select from cases.case_file c where c.id = new.case_file_id and (c.level <> 'public' or c.effective_level <> 'public')))));
  end if;
  return null;
end $$;
