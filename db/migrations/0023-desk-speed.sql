-- What measuring the desk and the page of a case file showed; docs/proof.md has the figures.

-- Where a person works is told to every request. What each assignment reaches is gathered first and met with the units
-- after: met with each assignment again for each unit, it cost more than everything else that a request asks before its page.
create or replace function identity.units_of(account bigint, today date) returns setof bigint
language plpgsql stable parallel safe rows 10 as $$
begin
  return query with held as materialized (
    select a.unit_id, a.agency_id, a.extends_to_subunits from identity.assignment a where a.account_id = account and a.valid @> today
  ), reach(id) as materialized (
    select h.unit_id from held h where h.unit_id is not null and not h.extends_to_subunits
    union
    select d from held h cross join lateral organization.descendants(h.unit_id, today) d where h.unit_id is not null and h.extends_to_subunits
    union
    select x.id from held h join organization.unit x on x.agency_id = h.agency_id
  )
  select u.id from reach r join organization.unit u on u.id = r.id and u.deactivated_at is null
   where exists (select 1 from organization.placement p where p.unit_id = u.id and p.valid @> today);
end $$;

-- The desk tells how many case files of each type lie on it. An index by type alone is thirty times smaller than the one
-- that the rows are read from; what is confidential is judged one by one, and is little.
create index desk_by_type on cases.holding (unit_id, case_type_id) where closed_at is null and not suspended and not confidential;
create index desk_confidential on cases.holding (unit_id, case_file_id) where closed_at is null and not suspended and confidential;
drop index cases.desk_assigned, cases.desk_unreceived;
create index desk_assigned on cases.holding (assigned_to, unit_id, case_file_id) include (confidential)
  where closed_at is null and not suspended and assigned_to is not null;
create index desk_unreceived on cases.holding (unit_id, case_file_id) include (confidential)
  where closed_at is null and not suspended and received_at is null;

-- The desk is counted from its indexes while the pages of the table are known to be seen by all. They are made so again
-- after one change in fifty, not after one in five.
alter table cases.holding set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.05);
