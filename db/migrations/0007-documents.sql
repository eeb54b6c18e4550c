-- Documents, authored and uploaded; versions, drafts, presence (core spec, section 3).
create schema documents;

-- The "nº SEI": unique in the installation, never used twice (DOC-002).
create sequence documents.number as bigint start 1;

create table documents.document (
  id bigint generated always as identity primary key,
  number bigint not null unique default nextval('documents.number'),
  case_file_id bigint not null references cases.case_file,
  kind text not null check (kind in ('authored', 'uploaded')),
  document_type_id bigint not null references classification.document_type,
  unit_id bigint not null references organization.unit,
  created_at timestamptz not null,
  created_by bigint not null references identity.account,
  -- Date of the document itself; never after its inclusion (DOC-040).
  dated_on date not null,
  type_number text,
  description text not null default '' check (length(description) <= 500),
  tree_name text not null default '' check (length(tree_name) <= 60),
  level text not null check (level in ('public', 'restricted', 'confidential')),
  legal_basis_id bigint references classification.legal_basis,
  position int not null,
  -- Last saved version; 0 before the first save of an authored document.
  version int not null default 0,
  -- Valid signatures or certifications on the current version. Kept by `signatures` through `documents`.
  signature_count int not null default 0,
  -- Black pen: since when and why (DOC-071, DOC-073). Null: yellow pen or draft.
  locked_at timestamptz,
  lock_cause text,
  state text not null default 'active' check (state in ('active', 'deleted', 'cancelled')),
  check (level = 'public' or legal_basis_id is not null),
  check ((locked_at is null) = (lock_cause is null))
);
create index document_in_tree on documents.document (case_file_id, position, id);
create index document_by_unit on documents.document (unit_id, created_at desc);

-- Why and by whom a document left the tree or lost its effect.
create table documents.removal (
  document_id bigint primary key references documents.document,
  kind text not null check (kind in ('deleted', 'cancelled')),
  reason text not null default '',
  at timestamptz not null,
  account_id bigint not null references identity.account,
  unit_id bigint not null references organization.unit,
  check (kind = 'deleted' or length(reason) between 5 and 500)
);

create table documents.version (
  document_id bigint not null references documents.document,
  number int not null,
  content json not null,
  plain_text text not null,
  sha256 bytea not null,
  kind text not null check (kind in ('created', 'saved', 'restored')),
  saved_at timestamptz not null,
  account_id bigint not null references identity.account,
  unit_id bigint not null references organization.unit,
  primary key (document_id, number)
);
create trigger version_is_append_only before update or delete on documents.version for each row execute function platform.refuse_change();

-- What is being typed and not yet saved as a version: one a person (DOC-027).
create table documents.draft (
  document_id bigint not null references documents.document,
  account_id bigint not null references identity.account,
  base_version int not null,
  content json not null,
  saved_at timestamptz not null,
  -- The open page that sent it, and its count of what it sent: an answer that comes late never covers a newer one.
  session text not null default '' check (length(session) <= 60),
  sequence bigint not null default 0,
  primary key (document_id, account_id)
);

-- Who has the editor open (DOC-026). Over when the heartbeat stops.
create table documents.editing (
  document_id bigint primary key references documents.document,
  account_id bigint not null references identity.account,
  unit_id bigint not null references organization.unit,
  since timestamptz not null,
  heartbeat_at timestamptz not null
);

-- The file of an uploaded document; replaced only while nobody else has seen it.
create table documents.file (
  id bigint generated always as identity primary key,
  document_id bigint not null references documents.document,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes bigint not null check (size_bytes > 0),
  extension text not null,
  media_type text not null,
  file_name text not null check (length(file_name) between 1 and 200),
  origin text not null check (origin in ('born-digital', 'digitized')),
  conference_kind_id bigint references classification.conference_kind,
  added_at timestamptz not null,
  added_by bigint not null references identity.account,
  replaced_at timestamptz,
  check (origin = 'born-digital' or conference_kind_id is not null)
);
create unique index one_current_file on documents.file (document_id) where replaced_at is null;
create index file_by_hash on documents.file (sha256);

create table documents.extracted_text (
  document_id bigint primary key references documents.document,
  sha256 text not null,
  text text not null,
  method text not null,
  extracted_at timestamptz not null
);

-- Files received and checked, waiting for the form that includes them: what was sent once is not sent again because a
-- field was wrong. `problem` keeps the sentence of a file that was refused, until its page is shown. Swept after a day.
create table documents.waiting_file (
  id bigint generated always as identity primary key,
  account_id bigint not null references identity.account,
  case_file_id bigint not null references cases.case_file,
  file_name text not null check (length(file_name) between 1 and 200),
  received_at timestamptz not null,
  problem text,
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes bigint,
  extension text,
  media_type text,
  check (num_nonnulls(problem, sha256) = 1),
  check ((sha256 is null) = (size_bytes is null) and (sha256 is null) = (extension is null) and (sha256 is null) = (media_type is null))
);
create index waiting_file_by_owner on documents.waiting_file (account_id, case_file_id);
create index waiting_file_by_age on documents.waiting_file (received_at);

-- Images placed in authored documents.
create table documents.image (
  document_id bigint not null references documents.document,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes bigint not null,
  media_type text not null check (media_type in ('image/png', 'image/jpeg', 'image/gif', 'image/webp')),
  added_at timestamptz not null,
  primary key (document_id, sha256)
);

create schema knowledge;
create table knowledge.standard_text (
  id bigint generated always as identity primary key,
  unit_id bigint not null references organization.unit,
  name text not null check (length(name) between 1 and 100),
  content json not null,
  changed_at timestamptz not null,
  changed_by bigint not null references identity.account,
  deleted_at timestamptz
);
create unique index standard_text_name on knowledge.standard_text (unit_id, name) where deleted_at is null;
