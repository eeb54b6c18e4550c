-- Returns that are still awaited, as a unit counts them on its desk. The index by day alone (0030) drew the planner away
-- from the unit's own: a desk read every awaited return of the whole institution to count the few of its unit.
create index movement_awaited_to on routing.movement (to_unit_id, return_due, case_file_id)
  where return_due is not null and returned_at is null and recalled_at is null;
create index movement_awaited_from on routing.movement (from_unit_id, return_due, case_file_id)
  where return_due is not null and returned_at is null and recalled_at is null;
drop index routing.movement_awaited;
