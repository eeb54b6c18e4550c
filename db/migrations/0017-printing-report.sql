-- What was printed, from the logs of print servers (PES-057). Titles of what was printed are in no table: they may be secrets.
create schema printing;

-- Each PDF of a document that somebody made: joined with the log of the printer by person and time.
create table printing.made_pdf (
  id bigint generated always as identity primary key,
  document_id bigint not null references documents.document,
  account_id bigint not null references identity.account,
  unit_id bigint not null references organization.unit,
  at timestamptz not null
);
create index made_pdf_by_account on printing.made_pdf (account_id, at);
create trigger made_pdf_is_append_only before update or delete on printing.made_pdf
  for each row execute function platform.refuse_change();

-- A log that was read, by the digest of its bytes: once an agency.
create table printing.import (
  id bigint generated always as identity primary key,
  agency_id bigint not null references organization.agency,
  file_name text not null check (length(file_name) between 1 and 200),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  format text not null check (format in ('cups', 'papercut', 'generic')),
  reader_version int not null,
  imported_at timestamptz not null,
  imported_by bigint not null references identity.account,
  unique (agency_id, sha256)
);
create index import_newest on printing.import (agency_id, imported_at desc);

-- `key`: digest of printer, number or title, and day, since numbers begin anew when a spool is emptied. The same job read twice is one.
create table printing.job (
  id bigint generated always as identity primary key,
  import_id bigint not null references printing.import,
  agency_id bigint not null references organization.agency,
  key text not null check (key ~ '^[0-9a-f]{64}$'),
  printed_at timestamptz not null,
  login text not null check (length(login) <= 100),
  printer text not null check (length(printer) between 1 and 100),
  pages int not null check (pages between 1 and 1000000),
  sheets int not null check (sheets between 1 and 1000000),
  attribution text not null check (attribution in ('exact', 'probable', 'none')),
  document_id bigint references documents.document,
  unit_id bigint references organization.unit,
  unique (agency_id, key),
  check ((attribution = 'none') = (document_id is null))
);
create index job_by_month on printing.job (agency_id, printed_at);
create index job_by_import on printing.job (import_id);
create trigger job_is_append_only before update or delete on printing.job
  for each row execute function platform.refuse_change();

create table printing.bad_line (
  import_id bigint not null references printing.import,
  line int not null,
  reason text not null check (length(reason) <= 200),
  primary key (import_id, line)
);
