-- Deadlines that units keep for themselves, their reminders; scheduled returns and reopenings (core spec, §2.8, §2.10).
create schema deadlines;

-- A deadline belongs to one unit: no other one sees it, and it stays when the case file goes (PRO-156, PRO-157).
create table deadlines.deadline (
  id bigint generated always as identity primary key,
  case_file_id bigint not null references cases.case_file,
  unit_id bigint not null references organization.unit,
  text text not null check (length(text) between 1 and 300),
  -- Stored as a date: holidays that change later do not move it (EST-072).
  due_on date not null,
  -- Null: until the end of the day.
  due_time time,
  -- How the date was found. Null: it was given as a date ('data certa').
  counted_from date,
  counted_days int check (counted_days between 1 and 1000),
  counting text check (counting in ('working', 'calendar', 'calendar-rolled')),
  set_at timestamptz not null,
  set_by bigint not null references identity.account,
  changed_at timestamptz,
  changed_by bigint references identity.account,
  concluded_at timestamptz,
  concluded_by bigint references identity.account,
  deleted_at timestamptz,
  deleted_by bigint references identity.account,
  check (num_nonnulls(counted_from, counted_days, counting) in (0, 3)),
  check (due_on > counted_from),
  check (num_nonnulls(changed_at, changed_by) in (0, 2)),
  check (num_nonnulls(concluded_at, concluded_by) in (0, 2)),
  check (num_nonnulls(deleted_at, deleted_by) in (0, 2))
);
create index deadline_of_case on deadlines.deadline (case_file_id, unit_id, due_on, id) where deleted_at is null;
create index deadline_of_unit on deadlines.deadline (unit_id, due_on, id) where deleted_at is null;
create index deadline_open on deadlines.deadline (unit_id, due_on, id) where deleted_at is null and concluded_at is null;
-- The reminders of all units.
create index deadline_to_remind on deadlines.deadline (due_on, id) where deleted_at is null and concluded_at is null;

create function deadlines.keep_deadline() returns trigger language plpgsql as $$
begin
  if (new.case_file_id, new.unit_id, new.set_at, new.set_by) is distinct from (old.case_file_id, old.unit_id, old.set_at, old.set_by) then
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
create trigger deadline_is_kept before update on deadlines.deadline for each row execute function deadlines.keep_deadline();
create trigger deadline_is_never_removed before delete on deadlines.deadline for each row execute function platform.refuse_change();

-- Whether the deadline had passed: at the moment it was concluded, or at the given one. The minute of its hour belongs to it.
create function deadlines.is_late(d deadlines.deadline, at timestamptz) returns boolean language sql stable parallel safe as $$
  select (case when d.due_time is null then d.due_on + interval '1 day' else d.due_on + d.due_time + interval '1 minute' end)
         at time zone 'America/Sao_Paulo' <= coalesce(d.concluded_at, at) $$;

-- How many days before a reminder goes to the e-mails of the unit: as the unit says, otherwise as its agency says.
create table deadlines.reminder_setting (
  agency_id bigint references organization.agency,
  unit_id bigint references organization.unit,
  -- Null: no reminder.
  days_before int check (days_before between 0 and 60),
  changed_at timestamptz not null,
  changed_by bigint not null references identity.account,
  check (num_nonnulls(agency_id, unit_id) = 1),
  unique nulls not distinct (agency_id, unit_id)
);

-- The days before of a unit; null where nobody asked for reminders.
create function deadlines.days_before(unit bigint) returns int language sql stable parallel safe as $$
  select case when own.unit_id is not null then own.days_before else common.days_before end
    from organization.unit u
    left join deadlines.reminder_setting own on own.unit_id = u.id
    left join deadlines.reminder_setting common on common.agency_id = u.agency_id
   where u.id = unit $$;

-- One row for each reminder that went into the outbox, written with it: none goes twice for the same day of the same thing.
create table deadlines.reminder (
  deadline_id bigint references deadlines.deadline,
  movement_id bigint references routing.movement,
  due_on date not null,
  queued_at timestamptz not null,
  check (num_nonnulls(deadline_id, movement_id) = 1),
  unique nulls not distinct (deadline_id, movement_id, due_on)
);
create index reminder_of_movement on deadlines.reminder (movement_id) where movement_id is not null;

-- The page of scheduled returns, both ways, by year.
create index movement_return_from on routing.movement (from_unit_id, return_due desc, id) where return_due is not null and recalled_at is null;
create index movement_return_to on routing.movement (to_unit_id, return_due desc, id) where return_due is not null and recalled_at is null;

-- A return may only be put off or given up, and only while it is awaited (PRO-152).
create function routing.keep_return() returns trigger language plpgsql as $$
begin
  if new.return_due is distinct from old.return_due then
    if old.return_due is null or old.returned_at is not null or old.recalled_at is not null then
      raise exception 'movement % awaits no return', old.id using errcode = 'restrict_violation';
    end if;
    if new.return_due <= old.return_due then
      raise exception 'the return of movement % may only be put off', old.id using errcode = 'restrict_violation';
    end if;
  end if;
  if old.returned_at is not null and new.returned_at is distinct from old.returned_at then
    raise exception 'movement % was returned', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger return_is_kept before update of return_due, returned_at on routing.movement
  for each row execute function routing.keep_return();

-- A case file that left this desk comes back to it on a day (PRO-127).
create table routing.scheduled_reopening (
  id bigint generated always as identity primary key,
  case_file_id bigint not null references cases.case_file,
  unit_id bigint not null references organization.unit,
  due_on date not null,
  set_at timestamptz not null,
  set_by bigint not null references identity.account,
  ended_at timestamptz,
  -- Null: the day came.
  ended_by bigint references identity.account,
  -- `not-needed`: on the day it lay on the desk already.
  ending text check (ending in ('reopened', 'not-needed', 'cancelled', 'replaced')),
  check ((ended_at is null) = (ending is null))
);
create unique index one_scheduled_reopening on routing.scheduled_reopening (case_file_id, unit_id) where ended_at is null;
create index reopening_due on routing.scheduled_reopening (due_on, id) where ended_at is null;
create index reopening_of_unit on routing.scheduled_reopening (unit_id, due_on, id) where ended_at is null;
