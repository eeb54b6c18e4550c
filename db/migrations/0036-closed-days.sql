-- The daily board is closed day by day: the page is frozen, numbered and carries who closed it (QD-01, feature 64).

create table mailroom.closed_day (
  id bigint generated always as identity primary key,
  unit_id bigint not null references organization.unit,
  day date not null,
  year int not null,
  number int not null,
  closed_at timestamptz not null,
  closed_by bigint not null references identity.account,
  -- Of all its lines as they are kept, in their order.
  sha256 bytea not null check (octet_length(sha256) = 32),
  unique (unit_id, day),
  unique (unit_id, year, number)
);
create index closed_day_newest on mailroom.closed_day (unit_id, id desc);
create trigger closed_day_stays before update or delete on mailroom.closed_day for each row execute function platform.refuse_change();

-- A line as it stood. What came in before and was open is carried: the same lines that the page before left open.
create table mailroom.closed_line (
  closed_day_id bigint not null references mailroom.closed_day,
  position int not null check (position > 0),
  entry_id bigint not null references mailroom.entry,
  came text not null check (came in ('received', 'carried', 'reopened')),
  is_open boolean not null,
  state text not null,
  responsible text not null default '',
  case_file_id bigint references cases.case_file,
  due_on date,
  primary key (closed_day_id, position),
  unique (entry_id, closed_day_id)
);
create index closed_line_of_case on mailroom.closed_line (case_file_id) where case_file_id is not null;
create trigger closed_line_stays before update or delete on mailroom.closed_line for each row execute function platform.refuse_change();
