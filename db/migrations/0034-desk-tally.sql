-- How many case files of each type lie on each desk, told as sums of changes: ten thousand holdings need not be counted
-- for every look at a desk, nor fetched one by one after a busy morning has touched them. Only changes are added, so that
-- two who send to one unit never wait for each other; a round sums them up. Of what is confidential each person sees
-- something else: it is not in here, and counted from its own index.
create table cases.desk_tally (
  id bigint generated always as identity primary key,
  unit_id bigint not null references organization.unit,
  case_type_id bigint not null references classification.case_type,
  change int not null check (change <> 0)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_insert_threshold = 2000);
create index desk_tally_by_unit on cases.desk_tally (unit_id, case_type_id) include (change);
comment on table cases.desk_tally is 'Changes whose sum is the number of open, not suspended, not confidential holdings of a unit by type.';

create function cases.tally_new_holdings() returns trigger language plpgsql as $$
begin
  insert into cases.desk_tally (unit_id, case_type_id, change)
  select unit_id, case_type_id, count(*) from fresh
   where closed_at is null and not suspended and not confidential group by 1, 2;
  return null;
end $$;
create trigger desk_is_tallied_with_new after insert on cases.holding referencing new table as fresh
  for each statement execute function cases.tally_new_holdings();

create function cases.tally_changed_holding() returns trigger language plpgsql as $$
begin
  if old.closed_at is null and not old.suspended and not old.confidential then
    insert into cases.desk_tally (unit_id, case_type_id, change) values (old.unit_id, old.case_type_id, -1);
  end if;
  if tg_op = 'UPDATE' and new.closed_at is null and not new.suspended and not new.confidential then
    insert into cases.desk_tally (unit_id, case_type_id, change) values (new.unit_id, new.case_type_id, 1);
  end if;
  return null;
end $$;
create trigger desk_is_tallied_with_changed after update on cases.holding for each row
  when ((old.unit_id, old.case_type_id, old.closed_at is null and not old.suspended and not old.confidential)
     is distinct from (new.unit_id, new.case_type_id, new.closed_at is null and not new.suspended and not new.confidential))
  execute function cases.tally_changed_holding();
create trigger desk_is_tallied_with_gone after delete on cases.holding for each row execute function cases.tally_changed_holding();

-- Changes of one desk and type, summed up into one row. Several may do it at once: each adds up what it took away itself.
create function cases.sum_up_desks() returns bigint language sql as $$
  with gone as (
    delete from cases.desk_tally t
     using (select unit_id, case_type_id from cases.desk_tally group by 1, 2 having count(*) > 1) many
     where t.unit_id = many.unit_id and t.case_type_id = many.case_type_id
    returning t.unit_id, t.case_type_id, t.change
  ), summed as (
    insert into cases.desk_tally (unit_id, case_type_id, change)
    select unit_id, case_type_id, sum(change) from gone group by 1, 2 having sum(change) <> 0
    returning 1
  )
  select count(*) from gone
$$;

-- Counts the desks themselves and adds what a sum lacks, all within one look at both. Answers how many were wrong.
create function cases.recount_desks() returns bigint language sql as $$
  with wrong as (
    insert into cases.desk_tally (unit_id, case_type_id, change)
    select unit_id, case_type_id, sum(change) from (
      select unit_id, case_type_id, count(*) as change from cases.holding
       where closed_at is null and not suspended and not confidential group by 1, 2
      union all
      select unit_id, case_type_id, -sum(change) from cases.desk_tally group by 1, 2) x
     group by 1, 2 having sum(change) <> 0
    returning 1
  )
  select count(*) from wrong
$$;

lock table cases.holding in share row exclusive mode;
select cases.recount_desks();
