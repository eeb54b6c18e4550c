-- Case types, document types, record classes, legal bases, conference kinds; contacts of interested parties.
create schema classification;
create schema people;

create table classification.record_class (
  id bigint generated always as identity primary key,
  code text not null unique,
  description text not null,
  structural boolean not null default false,
  current_years int check (current_years >= 0),
  intermediate_years int check (intermediate_years >= 0),
  disposition text check (disposition in ('elimination', 'permanent')),
  note text not null default '',
  deactivated_at timestamptz
);

create table classification.legal_basis (
  id bigint generated always as identity primary key,
  name text not null,
  law text not null,
  level text not null check (level in ('restricted', 'confidential')),
  deactivated_at timestamptz,
  unique (name, level)
);

create table classification.case_type (
  id bigint generated always as identity primary key,
  name text not null unique check (length(name) between 3 and 150),
  description text not null default '',
  allowed_levels text[] not null check (cardinality(allowed_levels) > 0 and allowed_levels <@ array['public', 'restricted', 'confidential']),
  suggested_level text not null,
  suggested_legal_basis_id bigint references classification.legal_basis,
  -- "Unique process per interested party" (PRO-023).
  one_per_party boolean not null default false,
  internal boolean not null default false,
  deactivated_at timestamptz,
  check (suggested_level = any (allowed_levels))
);
create table classification.case_type_class (
  case_type_id bigint not null references classification.case_type,
  record_class_id bigint not null references classification.record_class,
  primary key (case_type_id, record_class_id)
);
-- Where there are rows, only these agencies and units may open the type (PRO-024).
create table classification.case_type_scope (
  case_type_id bigint not null references classification.case_type,
  agency_id bigint references organization.agency,
  unit_id bigint references organization.unit,
  check (num_nonnulls(agency_id, unit_id) = 1),
  unique nulls not distinct (case_type_id, agency_id, unit_id)
);

create table classification.document_type (
  id bigint generated always as identity primary key,
  category text not null default '',
  name text not null unique check (length(name) between 2 and 120),
  description text not null default '',
  applies_to text not null check (applies_to in ('authored', 'uploaded', 'both')),
  numbering text not null default 'none' check (numbering in ('none', 'unit', 'agency', 'unit-year', 'agency-year')),
  number_taken_at text not null default 'creation' check (number_taken_at in ('creation', 'signature')),
  -- Rich text with sections and variables; null for types that only come as files.
  template json,
  internal boolean not null default false,
  deactivated_at timestamptz
);

-- Last number given by type, scope and year (0: never restarts). One row lock serializes: no gap, no twin (DOC-004).
create table classification.document_counter (
  document_type_id bigint not null references classification.document_type,
  scope_id bigint not null,
  year int not null,
  last int not null check (last > 0),
  primary key (document_type_id, scope_id, year)
);

-- Who set the next number of a counter by hand, and why.
create table classification.counter_adjustment (
  id bigint generated always as identity primary key,
  document_type_id bigint not null references classification.document_type,
  scope_id bigint not null,
  year int not null,
  -- The last number given before, and the one that is taken as given since; 0 for none.
  last_before int not null,
  last_after int not null,
  reason text not null check (length(reason) between 5 and 500),
  at timestamptz not null,
  account_id bigint not null,
  unit_id bigint not null references organization.unit
);
create index counter_adjustment_by_type on classification.counter_adjustment (document_type_id, at desc);
create trigger counter_adjustment_is_append_only before update or delete on classification.counter_adjustment
  for each row execute function platform.refuse_change();

create table classification.conference_kind (
  id bigint generated always as identity primary key,
  name text not null unique,
  certifiable boolean not null default false,
  deactivated_at timestamptz
);

create table people.contact (
  id bigint generated always as identity primary key,
  kind text not null default 'person' check (kind in ('person', 'organization')),
  name text not null check (length(name) between 2 and 250),
  cpf text check (cpf ~ '^\d{11}$'),
  cnpj text check (cnpj ~ '^[A-Z0-9]{12}\d{2}$'),
  email text not null default '',
  phone text not null default '',
  city text not null default '',
  account_id bigint references identity.account,
  created_at timestamptz not null default now(),
  created_by bigint
);
create index contact_name_words on people.contact using gin ((platform.plain(lower(name))) public.gin_trgm_ops);
create unique index contact_cpf on people.contact (cpf) where cpf is not null;
create unique index contact_cnpj on people.contact (cnpj) where cnpj is not null;
