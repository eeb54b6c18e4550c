-- What measuring showed to be slow; bench/RESULTS.md has the figures.

-- Functions in SQL that ask a table are planned anew at each call, which cost more than what they ask. In PL/pgSQL they
-- keep their plans. Nothing else of them changes.
create or replace function platform.flag(flag_name text) returns boolean language plpgsql stable parallel safe as $$
begin
  return coalesce((select value = 'true'::jsonb from platform.setting where name = flag_name), false);
end $$;

create or replace function organization.ancestors(unit bigint, today date) returns setof bigint
language plpgsql stable parallel safe rows 5 as $$
begin
  return query with recursive up(id) as (
    select unit
    union
    select p.parent_id from up join organization.placement p on p.unit_id = up.id and p.valid @> today where p.parent_id is not null
  ) select up.id from up;
end $$;

create or replace function organization.lineage(unit bigint) returns setof bigint
language plpgsql stable parallel safe rows 2 as $$
begin
  return query with recursive back(id) as (
    select unit
    union
    select s.predecessor_id from back join organization.succession s on s.successor_id = back.id
  ) select back.id from back;
end $$;

create or replace function cases.passed(case_file bigint, unit bigint) returns boolean language plpgsql stable parallel safe as $$
begin
  return exists (select 1 from cases.passage p where p.case_file_id = case_file and p.unit_id = unit)
      or exists (select 1 from organization.succession s
                  cross join lateral organization.lineage(s.successor_id) l(id)
                  join cases.passage p on p.case_file_id = case_file and p.unit_id = l.id
                 where s.successor_id = unit);
end $$;

create or replace function cases.holds_credential(case_file bigint, account bigint, unit bigint) returns boolean
language plpgsql stable parallel safe as $$
begin
  return exists (select 1 from cases.credential c
                  where c.case_file_id = case_file and c.account_id = account and c.unit_id = unit and c.ended_at is null);
end $$;

create or replace function identity.permissions_in(account bigint, unit bigint, today date) returns text[]
language plpgsql stable parallel safe as $$
begin
  return (select coalesce(array_agg(distinct pp.permission), '{}')
    from organization.unit u
    join organization.placement p on p.unit_id = u.id and p.valid @> today
    join identity.assignment a on a.account_id = account and a.valid @> today
     and (a.unit_id = u.id or a.agency_id = u.agency_id
          or (a.extends_to_subunits and a.unit_id in (select organization.ancestors(u.id, today))))
    join identity.profile_permission pp on pp.profile_id = a.profile_id
   where u.id = unit and u.deactivated_at is null);
end $$;

create or replace function identity.units_of(account bigint, today date) returns setof bigint
language plpgsql stable parallel safe rows 10 as $$
begin
  return query select distinct u.id
    from identity.assignment a
    cross join lateral (
      select a.unit_id as id where a.unit_id is not null and not a.extends_to_subunits
      union all
      select d from organization.descendants(a.unit_id, today) d where a.unit_id is not null and a.extends_to_subunits
      union all
      select x.id from organization.unit x where x.agency_id = a.agency_id
    ) reach
    join organization.unit u on u.id = reach.id and u.deactivated_at is null
    join organization.placement p on p.unit_id = u.id and p.valid @> today
   where a.account_id = account and a.valid @> today;
end $$;

-- What the desk asks of each of its case files stands in the holding too, so that ten thousand are counted from the index.
alter table cases.holding
  add column case_type_id bigint references classification.case_type,
  add column confidential boolean not null default false;
update cases.holding h set case_type_id = c.case_type_id, confidential = c.effective_level = 'confidential'
  from cases.case_file c where c.id = h.case_file_id;
alter table cases.holding alter column case_type_id set not null;

create function cases.copy_to_holding() returns trigger language plpgsql as $$
begin
  select c.case_type_id, c.effective_level = 'confidential' into new.case_type_id, new.confidential
    from cases.case_file c where c.id = new.case_file_id;
  return new;
end $$;
create trigger holding_knows_its_case_file before insert on cases.holding for each row execute function cases.copy_to_holding();

create function cases.tell_holdings() returns trigger language plpgsql as $$
begin
  update cases.holding set case_type_id = new.case_type_id, confidential = new.effective_level = 'confidential'
   where case_file_id = new.id;
  return null;
end $$;
create trigger holdings_follow_their_case_file after update on cases.case_file for each row
  when ((old.case_type_id, old.effective_level) is distinct from (new.case_type_id, new.effective_level))
  execute function cases.tell_holdings();

drop index cases.desk;
create index desk on cases.holding (unit_id, opened_at desc, case_file_id desc)
  include (id, origin, received_at, assigned_to, case_type_id, confidential) where closed_at is null and not suspended;
comment on column cases.holding.seen_at is 'When the unit had it before its eyes as it came; what each person has read is in cases.reading.';

-- The other end of what already had an index.
create index relation_from on cases.relation (case_file_id) where ended_at is null;
create index suspension_by_linked on cases.suspension (linked_case_file_id) where ended_at is null and linked_case_file_id is not null;
create index credential_by_case on cases.credential (case_file_id, granted_at);

-- Lists that were sorted whole to show their first page, and figures that were counted over everything that ever was.
create index contact_by_name on people.contact (platform.plain(lower(name)), id);
create index message_unsent on mail.message (state) where state <> 'sent';
