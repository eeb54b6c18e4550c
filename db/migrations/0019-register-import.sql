-- Registers brought in as CSV files, the history of changes of registers, the third level of administration, and requests
-- for new case types (core spec, EST-004, EST-026, EST-027, EST-029, FLX-20).

-- What changed in a register, field by field, written with the change itself. People read it as it was on that day: hence
-- the name of who did it.
create table organization.register_change (
  id bigint generated always as identity primary key,
  register text not null check (register in ('agency', 'unit', 'user', 'profile', 'contact', 'case-type', 'document-type',
    'record-class', 'legal-basis', 'conference-kind')),
  record_id bigint not null,
  field text not null check (length(field) between 1 and 60),
  -- Null: there was nothing, or there is nothing any more.
  before text,
  after text,
  at timestamptz not null,
  account_id bigint not null,
  account_name text not null,
  unit_id bigint not null references organization.unit,
  check (before is distinct from after)
);
create index register_change_of_record on organization.register_change (register, record_id, id desc);
create trigger register_change_is_append_only before update or delete on organization.register_change
  for each row execute function platform.refuse_change();

-- The local administrator: of the unit in which the permission is exercised, and of those below it (EST-026, EST-027).
alter table identity.assignment drop constraint assignment_administers_check;
alter table identity.assignment add constraint assignment_administers_check
  check (administers in ('unit', 'agency', 'installation'));

-- How far the permission, exercised from this unit, reaches: the widest of what was granted.
create function identity.administration_reach(account bigint, unit bigint, wanted text, today date)
returns text language sql stable parallel safe as $$
  select case when bool_or(a.administers = 'installation') then 'installation'
              when bool_or(a.administers = 'agency') then 'agency' else 'unit' end
    from organization.unit u
    join identity.assignment a on a.account_id = account and a.valid @> today
     and (a.unit_id = u.id or a.agency_id = u.agency_id
          or (a.extends_to_subunits and a.unit_id in (select organization.ancestors(u.id, today))))
    join identity.profile_permission pp on pp.profile_id = a.profile_id and pp.permission = wanted
   where u.id = unit $$;

-- A contact out of use is not offered any more; where case files name it, it stays.
alter table people.contact add column deactivated_at timestamptz;
create index contact_in_use on people.contact ((platform.plain(lower(name))), id) where deactivated_at is null;
create index contact_out_of_use on people.contact ((platform.plain(lower(name))), id) where deactivated_at is not null;

create schema register_import;

-- One file brought in: tried first, then carried out when who sent it says so.
create table register_import.import (
  id bigint generated always as identity primary key,
  register text not null check (register in ('agencies', 'units', 'users', 'permissions', 'contacts', 'record-classes',
    'case-types', 'document-types')),
  file_name text not null check (length(file_name) between 1 and 255),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  account_id bigint not null references identity.account,
  unit_id bigint not null references organization.unit,
  asked_at timestamptz not null,
  row_count int not null check (row_count between 1 and 20000),
  state text not null default 'trying' check (state in ('trying', 'tried', 'running', 'done', 'failed')),
  -- How many rows of the present pass are done.
  done_count int not null default 0 check (done_count between 0 and row_count),
  confirmed_at timestamptz,
  ended_at timestamptz,
  problem text,
  check ((state = 'failed') = (problem is not null)),
  check (confirmed_at is not null or state not in ('running', 'done'))
);
create index import_of_account on register_import.import (account_id, id desc);
create index import_by_age on register_import.import (asked_at);

create table register_import.row (
  import_id bigint not null references register_import.import on delete cascade,
  -- Order of the work, from 1; `line` is where the row begins in the file.
  position int not null check (position >= 1),
  line int not null check (line >= 2),
  cells jsonb not null,
  -- What the trial said, and what was done.
  trial text check (trial in ('created', 'changed', 'unchanged', 'refused')),
  result text check (result in ('created', 'changed', 'unchanged', 'refused')),
  -- Changes, or what is wrong, of the latest pass.
  details jsonb not null default '[]',
  primary key (import_id, position)
);

create schema case_type_requests;

-- A new case type asked for by a member of the permanent commission of documents (CPAD) of an agency.
create table case_type_requests.request (
  id bigint generated always as identity primary key,
  agency_id bigint not null references organization.agency,
  -- Where it was made, and the unit that analyses it.
  unit_id bigint not null references organization.unit,
  analysing_unit_id bigint not null references organization.unit,
  case_file_id bigint not null unique references cases.case_file,
  -- The signed form.
  document_number bigint not null unique,
  name text not null check (length(name) between 3 and 150),
  answers jsonb not null,
  asked_by bigint not null references identity.account,
  asked_by_name text not null,
  asked_at timestamptz not null,
  -- The last day to answer; kept as a date: holidays that change later do not move it (EST-072).
  due_on date not null,
  state text not null default 'analysis' check (state in ('analysis', 'approved', 'refused')),
  answered_at timestamptz,
  answered_by bigint references identity.account,
  answered_by_name text,
  answer text,
  case_type_id bigint references classification.case_type,
  check ((state = 'analysis') = (answered_at is null)),
  check (num_nonnulls(answered_at, answered_by, answered_by_name, answer) in (0, 4)),
  check ((state = 'approved') = (case_type_id is not null)),
  check (state <> 'refused' or length(answer) >= 5)
);
create index request_of_agency on case_type_requests.request (agency_id, state, due_on, id);
create index request_of_analysis on case_type_requests.request (analysing_unit_id, state, due_on, id);
create unique index one_request_open_by_name on case_type_requests.request (lower(name)) where state = 'analysis';

-- What was asked, and what was answered, stays.
create function case_type_requests.keep_request() returns trigger language plpgsql as $$
begin
  if old.state <> 'analysis' then
    raise exception 'request % was answered', old.id using errcode = 'restrict_violation';
  end if;
  if (new.agency_id, new.unit_id, new.case_file_id, new.document_number, new.name, new.answers, new.asked_by, new.asked_at, new.due_on)
     is distinct from
     (old.agency_id, old.unit_id, old.case_file_id, old.document_number, old.name, old.answers, old.asked_by, old.asked_at, old.due_on) then
    raise exception 'request % stays as it was signed', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger request_is_kept before update on case_type_requests.request
  for each row execute function case_type_requests.keep_request();
create trigger request_is_never_removed before delete on case_type_requests.request
  for each row execute function platform.refuse_change();
