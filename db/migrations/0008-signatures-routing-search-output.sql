create schema signatures;

-- The very bytes that were signed, kept for ever under their own SHA-256.
create table signatures.signed_content (
  sha256 bytea primary key,
  bytes bytea not null,
  created_at timestamptz not null
);
create trigger signed_content_is_append_only before update or delete on signatures.signed_content for each row execute function platform.refuse_change();

create table signatures.signature (
  id bigint generated always as identity primary key,
  document_id bigint not null references documents.document,
  -- What it covers: the version of an authored document, or the documents.file of a certified copy. A later version
  -- has no signature: those of earlier ones lost their effect when it was edited (DOC-070), and stay on record.
  version int,
  file_id bigint references documents.file,
  kind text not null default 'signature' check (kind in ('signature', 'certification')),
  account_id bigint not null references identity.account,
  unit_id bigint not null references organization.unit,
  -- As they stood at the moment of signing; later changes of name or post do not touch them.
  signer_name text not null,
  capacity text not null,
  unit_acronym text not null,
  agency_acronym text not null,
  method text not null default 'password' check (method in ('password')),
  -- Hash of the canonical bytes (signed_content) or of the file.
  sha256 bytea not null check (length(sha256) = 32),
  signed_at timestamptz not null,
  -- Hash of all that this row states, so that a change of any word of it shows.
  statement_sha256 bytea not null check (length(statement_sha256) = 32),
  -- The code that people read on the document once this signature was added to those before it (DOC-065).
  crc text not null check (crc ~ '^[0-9A-F]{8}$'),
  check (num_nonnulls(version, file_id) = 1),
  check ((kind = 'signature') = (version is not null))
);
create index signature_by_document on signatures.signature (document_id, id);
create index signature_by_account on signatures.signature (account_id, unit_id, id desc);
create unique index signed_once_by_person on signatures.signature (document_id, account_id, coalesce(version, 0), coalesce(file_id, 0));
create trigger signature_is_append_only before update or delete on signatures.signature for each row execute function platform.refuse_change();

create schema routing;
create table routing.movement (
  id bigint generated always as identity primary key,
  case_file_id bigint not null references cases.case_file,
  from_unit_id bigint not null references organization.unit,
  to_unit_id bigint not null references organization.unit,
  sent_at timestamptz not null,
  sent_by bigint not null references identity.account,
  kept_open boolean not null,
  return_due date,
  returned_at timestamptz,
  received_at timestamptz,
  recalled_at timestamptz,
  recalled_by bigint references identity.account,
  check (recalled_at is null or received_at is null)
);
create index movement_by_case on routing.movement (case_file_id, id);
create index movement_to_return on routing.movement (to_unit_id, return_due) where return_due is not null and returned_at is null and recalled_at is null;
create index movement_awaited on routing.movement (from_unit_id, return_due) where return_due is not null and returned_at is null and recalled_at is null;

create schema search;
-- Documents and case files whose text or labels changed and are not yet indexed. Written in the act's transaction by the
-- triggers of 0010, drained in batches. `problem`: could not be indexed; put aside so that the others go on.
create table search.pending (
  id bigint generated always as identity primary key,
  document_id bigint,
  case_file_id bigint,
  since timestamptz not null default clock_timestamp(),
  problem text,
  check (num_nonnulls(document_id, case_file_id) = 1)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
create index pending_to_do on search.pending (id) where problem is null;

-- Side tables, so that indexing never rewrites the big rows; without foreign keys, so that it never locks them.
-- `labels` say in short texts what results are filtered by, so that the index alone answers words and filters together:
-- src/capabilities/search/README.md lists them. They only narrow; who may read is always asked of the rows themselves.
create table search.document_text (
  document_id bigint primary key,
  words tsvector not null,
  labels text[] not null,
  indexed_at timestamptz not null
);
create index document_words on search.document_text using gin (words, labels) with (fastupdate = off);
create table search.case_text (
  case_file_id bigint primary key,
  words tsvector not null,
  -- The same without what units observe among themselves: the only words that the public face may find by.
  public_words tsvector not null,
  labels text[] not null,
  indexed_at timestamptz not null
);
create index case_words on search.case_text using gin (words, labels) with (fastupdate = off);
create index case_public_words on search.case_text using gin (public_words, labels) with (fastupdate = off);

create schema output;
-- Copies of case files that somebody asked for in one unit, made by a job. A row lives seven days, as its file does.
create table output.export (
  id bigint generated always as identity primary key,
  case_file_id bigint not null references cases.case_file,
  kind text not null check (kind in ('pdf', 'zip')),
  -- What was chosen; what may really be read is asked again when the copy is made, and when it is fetched.
  document_ids bigint[] not null check (cardinality(document_ids) between 1 and 2000),
  account_id bigint not null references identity.account,
  unit_id bigint not null references organization.unit,
  -- The session that asked: a confidential case file was opened in it by password at that moment.
  session_hash bytea not null,
  state text not null default 'queued' check (state in ('queued', 'working', 'ready', 'failed')),
  -- Which run of the job works on it, and when it last gave a sign of life: one that died is taken over by another.
  run_token text,
  beat_at timestamptz,
  attempts int not null default 0,
  done_count int not null default 0,
  total_count int not null,
  -- The documents whose content is in the file.
  included_ids bigint[] not null default '{}',
  omitted_count int not null default 0,
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes bigint,
  file_name text,
  problem text,
  asked_at timestamptz not null,
  finished_at timestamptz,
  check ((state = 'ready') = (sha256 is not null)),
  check (num_nonnulls(sha256, size_bytes, file_name) in (0, 3)),
  check ((state = 'failed') = (problem is not null)),
  check ((state in ('ready', 'failed')) = (finished_at is not null))
);
create index export_by_account on output.export (account_id, unit_id, asked_at desc);
create index export_unfinished on output.export (account_id) where state in ('queued', 'working');
create index export_by_age on output.export (asked_at);
create index export_by_file on output.export (sha256) where sha256 is not null;

-- PDFs of single documents by the digest of all that is drawn on them: a cache, which may be lost at any time.
create table output.document_pdf (
  key text primary key check (key ~ '^[0-9a-f]{64}$'),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes bigint not null,
  used_at timestamptz not null
);
create index document_pdf_by_age on output.document_pdf (used_at);
create index document_pdf_by_file on output.document_pdf (sha256);
