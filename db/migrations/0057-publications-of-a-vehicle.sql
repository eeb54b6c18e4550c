-- The unit that approves for a gazette lists what goes to it, also what came out or was given back.
create index publication_of_vehicle on publishing.publication (vehicle_id, state);

-- A deadline that a unit asked for before the day was known: it is set when the gazette has come out (DOE-05). One for each
-- unit; of what was cancelled or given back nothing is set. The successor of the unit gets it.
create table publishing.awaited_term (
  publication_id bigint not null references publishing.publication,
  unit_id bigint not null references organization.unit,
  account_id bigint not null references identity.account,
  at timestamptz not null,
  text text not null check (length(text) between 1 and 300),
  days int not null check (days between 1 and 1000),
  counting text not null check (counting in ('working', 'calendar-rolled', 'calendar')),
  -- What became of it: the day on which it ends, or why it was not set.
  due_on date,
  refusal text check (length(refusal) between 1 and 500),
  primary key (publication_id, unit_id),
  check (due_on is null or refusal is null)
);
