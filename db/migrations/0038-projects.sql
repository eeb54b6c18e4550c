-- Projects of units and their activities, tied to case files (core spec, QUE-32; feature 45).
create schema projects;

create table projects.project (
  id bigint generated always as identity primary key,
  -- The unit that keeps it; it takes part as well.
  unit_id bigint not null references organization.unit,
  name text not null check (length(name) between 3 and 200),
  aim text not null check (length(aim) between 3 and 2000),
  responsible_id bigint not null references identity.account,
  state text not null default 'planned' check (state in ('planned', 'under-way', 'paused', 'concluded', 'cancelled')),
  starts_on date not null,
  ends_on date not null,
  registered_at timestamptz not null,
  registered_by bigint not null references identity.account,
  changed_at timestamptz not null,
  changed_by bigint not null references identity.account,
  check (ends_on >= starts_on)
);
create trigger project_is_never_removed before delete on projects.project for each row execute function platform.refuse_change();

-- The units that take part: they read it, and keep its activities.
create table projects.participating_unit (
  project_id bigint not null references projects.project,
  unit_id bigint not null references organization.unit,
  primary key (project_id, unit_id)
);
create index participating_unit_of_unit on projects.participating_unit (unit_id, project_id);
alter table projects.project add constraint keeper_takes_part
  foreign key (id, unit_id) references projects.participating_unit (project_id, unit_id) deferrable initially deferred;

-- What is done in a project: planned days and real ones, how much is done, and the case file in which it is done.
create table projects.activity (
  id bigint generated always as identity primary key,
  project_id bigint not null references projects.project,
  name text not null check (length(name) between 3 and 200),
  who text not null default '' check (length(who) <= 120),
  planned_from date not null,
  planned_until date not null,
  begun_on date,
  ended_on date,
  percent int not null default 0 check (percent between 0 and 100),
  is_milestone boolean not null default false,
  is_cancelled boolean not null default false,
  case_file_id bigint references cases.case_file,
  registered_at timestamptz not null,
  registered_by bigint not null references identity.account,
  changed_at timestamptz not null,
  changed_by bigint not null references identity.account,
  unique (project_id, id),
  check (planned_until >= planned_from),
  -- A milestone is a day, reached or not.
  check (not is_milestone or (planned_from = planned_until and percent in (0, 100))),
  check ((percent = 100) = (ended_on is not null)),
  check (percent = 0 or begun_on is not null),
  check (ended_on >= begun_on)
);
create index activity_of_project on projects.activity (project_id, planned_from, planned_until, id);
create index activity_of_case on projects.activity (case_file_id) where case_file_id is not null;

create function projects.keep_activity() returns trigger language plpgsql as $$
begin
  if (new.id, new.project_id, new.registered_at, new.registered_by)
     is distinct from (old.id, old.project_id, old.registered_at, old.registered_by) then
    raise exception 'an activity stays in its project' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger activity_is_kept before update on projects.activity for each row execute function projects.keep_activity();
create trigger activity_is_never_removed before delete on projects.activity for each row execute function platform.refuse_change();

-- An activity that waits for another one of the same project.
create table projects.dependency (
  project_id bigint not null,
  activity_id bigint not null,
  after_id bigint not null,
  primary key (activity_id, after_id),
  foreign key (project_id, activity_id) references projects.activity (project_id, id),
  foreign key (project_id, after_id) references projects.activity (project_id, id)
);
create index dependency_of_after on projects.dependency (project_id, after_id);

-- Nothing waits for itself, not by way of others either. The project is locked: two at once cannot close a circle together.
create function projects.refuse_circle() returns trigger language plpgsql as $$
begin
  perform from projects.project p where p.id = new.project_id for update;
  if exists (
    with recursive before(id) as (
      select new.after_id
      union
      select d.after_id from before b join projects.dependency d on d.activity_id = b.id)
    select from before b where b.id = new.activity_id) then
    raise exception 'an activity would wait for itself' using errcode = 'check_violation', constraint = 'no_circle';
  end if;
  return new;
end $$;
create trigger dependency_makes_no_circle before insert or update on projects.dependency
  for each row execute function projects.refuse_circle();

-- The activities about a case file, of the projects in which a unit takes part. Its caller has passed the gate.
create function projects.told(case_file bigint, unit bigint) returns jsonb language sql stable parallel safe as $$
  select coalesce(jsonb_agg(to_jsonb(e) order by e."plannedUntil", e.id), '[]') from (
    select x.id, p.id as "projectId", p.name as project, p.state as "projectState", x.name, x.planned_from as "plannedFrom",
           x.planned_until as "plannedUntil", x.begun_on as "begunOn", x.ended_on as "endedOn", x.percent,
           x.is_milestone as "isMilestone", x.is_cancelled as "isCancelled"
      from projects.activity x join projects.project p on p.id = x.project_id
     where x.case_file_id = case_file
       and exists (select from projects.participating_unit m
                    where m.project_id = p.id and m.unit_id in (select organization.lineage(unit)))
     order by x.planned_until desc, x.id desc limit 20) e $$;
