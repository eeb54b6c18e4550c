-- Case files, who holds them, who may see them (core spec, sections 2 and 10).
create schema cases;

-- Last sequence given by number code and year (PRO-009). Taken with the case file in one transaction: no gap, no twin.
create table cases.number_counter (
  scope text not null,
  year int not null,
  last int not null check (last > 0),
  primary key (scope, year)
);

create table cases.case_file (
  id bigint generated always as identity primary key,
  number text not null,
  digits text not null unique check (digits ~ '^\d{5,30}$'),
  number_informed boolean not null default false,
  agency_id bigint not null references organization.agency,
  unit_id bigint not null references organization.unit,
  case_type_id bigint not null references classification.case_type,
  summary text not null default '' check (length(summary) <= 500),
  filed_on date not null,
  opened_at timestamptz not null,
  opened_by bigint not null references identity.account,
  priority text check (priority in ('disability', 'age-60', 'age-80', 'illness', 'child', 'environment')),
  -- As set on the case file itself, and the highest with its documents (PRO-064). Kept by `cases` alone.
  level text not null check (level in ('public', 'restricted', 'confidential')),
  effective_level text not null check (effective_level in ('public', 'restricted', 'confidential')),
  legal_basis_id bigint references classification.legal_basis,
  -- Follows the open row of suspension, annexation or blocking, so that lists need no join.
  state text not null default 'normal' check (state in ('normal', 'suspended', 'annexed', 'blocked', 'deleted')),
  -- Last act that others should notice: document included or signed (PRO-104).
  news_at timestamptz not null,
  news_unit_id bigint not null,
  check (level = 'public' or legal_basis_id is not null)
);
create index case_file_by_unit on cases.case_file (unit_id, opened_at desc);
create index case_file_by_type on cases.case_file (case_type_id, opened_at desc);
create index case_file_newest_public on cases.case_file (opened_at desc) where effective_level = 'public' and state <> 'deleted';

create table cases.interested_party (
  case_file_id bigint not null references cases.case_file,
  contact_id bigint not null references people.contact,
  position int not null,
  primary key (case_file_id, contact_id)
);
create index interested_party_by_contact on cases.interested_party (contact_id);

create table cases.case_class (
  case_file_id bigint not null references cases.case_file,
  record_class_id bigint not null references classification.record_class,
  primary key (case_file_id, record_class_id)
);

-- Observations: one a unit, written only by that unit, read by all who read the case file (PRO-032).
create table cases.observation (
  case_file_id bigint not null references cases.case_file,
  unit_id bigint not null references organization.unit,
  text text not null check (length(text) between 1 and 2000),
  changed_at timestamptz not null,
  changed_by bigint not null references identity.account,
  primary key (case_file_id, unit_id)
);

-- Units that generated or received the case file, for ever: the set "tramitou" of the access rule.
create table cases.passage (
  case_file_id bigint not null references cases.case_file,
  unit_id bigint not null references organization.unit,
  first_at timestamptz not null,
  primary key (case_file_id, unit_id)
);
create index passage_by_unit on cases.passage (unit_id, case_file_id);

-- A unit holds the case file: it is open there and stands on its desk.
create table cases.holding (
  id bigint generated always as identity primary key,
  case_file_id bigint not null references cases.case_file,
  unit_id bigint not null references organization.unit,
  -- Came by the unit's own opening (Gerados) or from another unit (Recebidos).
  origin text not null check (origin in ('generated', 'received')),
  opened_at timestamptz not null,
  -- Null: sent here and not yet opened by anyone of the unit (red).
  received_at timestamptz,
  received_by bigint references identity.account,
  -- Last time anyone of the unit opened it, against case_file.news_at.
  seen_at timestamptz,
  assigned_to bigint references identity.account,
  closed_at timestamptz,
  closed_by bigint references identity.account,
  closing text check (closing in ('sent', 'concluded', 'annexed', 'recalled', 'deleted')),
  -- Off the desk while suspended.
  suspended boolean not null default false,
  check ((closed_at is null) = (closing is null))
);
create unique index one_open_holding_per_unit on cases.holding (case_file_id, unit_id) where closed_at is null;
create index holding_by_case on cases.holding (case_file_id, opened_at);
-- The desk reads this index alone, whatever the number of case files that ever passed.
create index desk on cases.holding (unit_id, opened_at desc, case_file_id desc)
  include (id, origin, received_at, assigned_to, seen_at) where closed_at is null and not suspended;
-- What the strip above the desk counts: few rows each, whatever the size of the desk.
create index desk_unreceived on cases.holding (unit_id, case_file_id) where closed_at is null and not suspended and received_at is null;
create index desk_assigned on cases.holding (assigned_to, unit_id, case_file_id) where closed_at is null and not suspended and assigned_to is not null;

-- What each person has opened: unread per person on the desk.
create table cases.reading (
  case_file_id bigint not null references cases.case_file,
  account_id bigint not null references identity.account,
  read_at timestamptz not null,
  primary key (case_file_id, account_id)
);

-- Confidential case files are read by person and unit (PRO-080 to PRO-091).
create table cases.credential (
  id bigint generated always as identity primary key,
  case_file_id bigint not null references cases.case_file,
  account_id bigint not null references identity.account,
  unit_id bigint not null references organization.unit,
  granted_by bigint not null references identity.account,
  granted_unit_id bigint not null references organization.unit,
  granted_at timestamptz not null,
  ended_at timestamptz,
  ended_by bigint references identity.account,
  ending text check (ending in ('revoked', 'renounced', 'cancelled')),
  check ((ended_at is null) = (ending is null))
);
create unique index one_active_credential on cases.credential (case_file_id, account_id, unit_id) where ended_at is null;
create index credential_by_account on cases.credential (account_id, unit_id) where ended_at is null;

create table cases.suspension (
  id bigint generated always as identity primary key,
  case_file_id bigint not null references cases.case_file,
  unit_id bigint not null references organization.unit,
  reason text not null check (length(reason) between 1 and 500),
  linked_case_file_id bigint references cases.case_file check (linked_case_file_id <> case_file_id),
  started_at timestamptz not null,
  started_by bigint not null references identity.account,
  ended_at timestamptz,
  ended_by bigint references identity.account
);
create unique index one_open_suspension on cases.suspension (case_file_id) where ended_at is null;
create index suspension_by_unit on cases.suspension (unit_id, started_at desc) where ended_at is null;

create table cases.relation (
  id bigint generated always as identity primary key,
  case_file_id bigint not null references cases.case_file,
  other_id bigint not null references cases.case_file check (other_id <> case_file_id),
  unit_id bigint not null references organization.unit,
  made_at timestamptz not null,
  made_by bigint not null references identity.account,
  ended_at timestamptz,
  ended_by bigint references identity.account
);
create unique index one_relation on cases.relation (least(case_file_id, other_id), greatest(case_file_id, other_id)) where ended_at is null;
create index relation_other on cases.relation (other_id) where ended_at is null;

create table cases.annexation (
  id bigint generated always as identity primary key,
  annexed_id bigint not null references cases.case_file,
  principal_id bigint not null references cases.case_file check (principal_id <> annexed_id),
  unit_id bigint not null references organization.unit,
  made_at timestamptz not null,
  made_by bigint not null references identity.account,
  undone_at timestamptz,
  undone_by bigint references identity.account,
  undone_reason text
);
create unique index annexed_once on cases.annexation (annexed_id) where undone_at is null;
create index annexation_principal on cases.annexation (principal_id) where undone_at is null;

create table cases.blocking (
  id bigint generated always as identity primary key,
  case_file_id bigint not null references cases.case_file,
  unit_id bigint not null references organization.unit,
  reason text not null check (length(reason) between 1 and 500),
  started_at timestamptz not null,
  started_by bigint not null references identity.account,
  ended_at timestamptz,
  ended_by bigint references identity.account
);
create unique index one_open_blocking on cases.blocking (case_file_id) where ended_at is null;

-- Whether a unit stands among those where the case file passed, or succeeds one of them (EST-090).
create function cases.passed(case_file bigint, unit bigint) returns boolean language sql stable parallel safe as $$
  select exists (select 1 from cases.passage p where p.case_file_id = case_file and p.unit_id = unit)
      or exists (select 1 from organization.succession s
                  cross join lateral organization.lineage(s.successor_id) l(id)
                  join cases.passage p on p.case_file_id = case_file and p.unit_id = l.id
                 where s.successor_id = unit) $$;

create function cases.holds_credential(case_file bigint, account bigint, unit bigint) returns boolean language sql stable parallel safe as $$
  select exists (select 1 from cases.credential c
                  where c.case_file_id = case_file and c.account_id = account and c.unit_id = unit and c.ended_at is null) $$;
