-- What leaves the house and what is made in numbers: e-mails as documents, circulars, documents from a list, and versions
-- with hidden passages (core spec, DOC-010, DOC-050 to DOC-055; features 77 and 98).

-- E-mails are documents of a type that nobody chooses. Its name may change; its purpose does not.
alter table classification.document_type add column purpose text unique check (purpose = 'email');
insert into classification.document_type (name, category, description, applies_to, internal, purpose)
values ('Correio eletrônico', 'Comunicação', 'Mensagem enviada pela unidade.', 'uploaded', true, 'email')
on conflict (name) do update set purpose = excluded.purpose;

-- What a document is besides its kind. The base of a circular is never signed (DOC-055); an e-mail is locked from its birth.
alter table documents.document add column role text check (role in ('email', 'circular-base')),
  add constraint base_is_unsigned check (role is distinct from 'circular-base' or (kind = 'authored' and signature_count = 0)),
  add constraint email_is_locked check (role is distinct from 'email' or (kind = 'uploaded' and locked_at is not null));

-- A document made of another one with passages taken out. What was taken out is nowhere in it, nor here.
create table documents.redaction (
  document_id bigint primary key references documents.document,
  original_id bigint not null references documents.document,
  original_version int not null,
  legal_basis text not null check (length(legal_basis) between 5 and 300),
  stripes int not null check (stripes > 0),
  at timestamptz not null,
  account_id bigint not null references identity.account,
  unit_id bigint not null references organization.unit,
  check (document_id <> original_id)
);
create index redaction_by_original on documents.redaction (original_id, document_id);
create trigger redaction_is_append_only before update or delete on documents.redaction for each row execute function platform.refuse_change();

-- An official message is given to the mail server at most once: `sending` is written before, and whoever finds it there
-- afterwards knows that nobody knows (`unconfirmed`). Its text is read in its document, not in the outbox.
alter table mail.message drop constraint message_state_check,
  add constraint message_state_check check (state in ('queued', 'sending', 'kept', 'sent', 'rejected', 'unconfirmed')),
  add column official boolean not null default false,
  add column message_key text check (message_key ~ '^<[A-Za-z0-9_.+-]+@[A-Za-z0-9_.-]+>$'),
  add column all_recipients text[] not null default '{}',
  add constraint official_has_key check (not official or message_key is not null),
  add constraint only_official_is_once check (official or state not in ('sending', 'unconfirmed'));

create table mail.attachment (
  message_key text not null,
  position int not null,
  file_name text not null check (length(file_name) between 1 and 200),
  media_type text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes bigint not null check (size_bytes >= 0),
  primary key (message_key, position)
);

create schema issuing;

create table issuing.email (
  document_id bigint primary key references documents.document,
  message_key text not null unique,
  sender text not null,
  subject text not null check (length(subject) between 1 and 200),
  message text not null check (length(message) between 1 and 20000),
  at timestamptz not null,
  account_id bigint not null references identity.account,
  unit_id bigint not null references organization.unit
);
create trigger email_is_append_only before update or delete on issuing.email for each row execute function platform.refuse_change();

create table issuing.email_recipient (
  document_id bigint not null references issuing.email,
  position int not null,
  address text not null,
  message_id bigint not null unique references mail.message,
  primary key (document_id, position)
);
-- The same address twice would be the same message twice.
create unique index recipient_once on issuing.email_recipient (document_id, lower(address));

create table issuing.email_attachment (
  document_id bigint not null references issuing.email,
  position int not null,
  file_name text not null,
  media_type text not null,
  extension text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes bigint not null,
  -- The document of the case file that was attached; null: a file sent along.
  source_id bigint references documents.document,
  primary key (document_id, position)
);

-- One document for each addressee of a base.
create table issuing.addressed (
  document_id bigint primary key references documents.document,
  base_id bigint not null references documents.document,
  contact_id bigint not null references people.contact,
  bundle text not null,
  email_id bigint unique references issuing.email,
  unique (base_id, contact_id)
);

-- Documents from the rows of a list: each row is done once, and says what became of it.
create table issuing.batch (
  id bigint generated always as identity primary key,
  unit_id bigint not null references organization.unit,
  account_id bigint not null references identity.account,
  at timestamptz not null,
  file_name text not null check (length(file_name) between 1 and 200),
  request jsonb not null,
  state text not null default 'prepared' check (state in ('prepared', 'running', 'done')),
  begun_at timestamptz,
  ended_at timestamptz
);
create index batch_by_unit on issuing.batch (unit_id, id desc);

create table issuing.batch_row (
  batch_id bigint not null references issuing.batch,
  line int not null,
  case_digits text not null,
  fields jsonb not null,
  problem text,
  document_number text unique,
  primary key (batch_id, line),
  check (num_nonnulls(problem, document_number) <= 1)
);
