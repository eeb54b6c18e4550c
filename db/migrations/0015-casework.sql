-- Casework: credentials to sign, the register of confidential case files, remarks, moved documents, the bin, related
-- suspension news, saved searches, and what the history says of signatures.

-- ---------------------------------------------------------------------------------------------------------- credentials

-- The password was asked again for a unit's register of confidential case files (PRO-089).
create table cases.register_confirmation (
  session_hash bytea not null,
  unit_id bigint not null references organization.unit,
  until timestamptz not null,
  primary key (session_hash, unit_id)
);
create index register_confirmation_by_age on cases.register_confirmation (until);
-- The register reads credentials of a unit, in force or ended; it has no other way than by unit.
create index credential_by_unit on cases.credential (unit_id, case_file_id);
create index case_file_confidential on cases.case_file (id) where effective_level = 'confidential' and state <> 'deleted';

-- Lets somebody of another unit read, edit while unsigned, and sign one document of a confidential case file (PRO-088).
-- The access credential that comes with it outlives it.
create table documents.signature_credential (
  id bigint generated always as identity primary key,
  document_id bigint not null references documents.document,
  account_id bigint not null references identity.account,
  unit_id bigint not null references organization.unit,
  granted_by bigint not null references identity.account,
  granted_unit_id bigint not null references organization.unit,
  granted_at timestamptz not null,
  used_at timestamptz check (used_at >= granted_at),
  ended_at timestamptz check (ended_at >= granted_at),
  ended_by bigint references identity.account,
  check ((ended_at is null) = (ended_by is null))
);
create unique index one_signature_credential on documents.signature_credential (document_id, account_id, unit_id) where ended_at is null;
create index signature_credential_by_holder on documents.signature_credential (account_id, unit_id) where ended_at is null;

create function documents.may_sign_by_credential(document bigint, account bigint, unit bigint) returns boolean language plpgsql stable parallel safe as $$
begin
  return exists (select 1 from documents.signature_credential k
                  where k.document_id = document and k.account_id = account and k.unit_id = unit and k.ended_at is null);
end $$;

-- As before (0014), and moreover: a draft is read by who holds a signature credential for it.
create or replace function documents.may_read(d documents.document, c cases.case_file, account bigint, unit bigint, per_document boolean)
returns boolean language sql stable parallel safe as $$
  select d.state = 'active' and c.state <> 'deleted'
     and case when documents.is_draft(d)
           then d.unit_id in (select organization.lineage(unit)) or documents.may_sign_by_credential(d.id, account, unit)
             or platform.highest_level(cases.governing_level(c, per_document), d.level) <> 'confidential'
                and (documents.co_signs(d.id, unit) or cases.reads_for_now(c.id, unit))
           else true end
     and case platform.highest_level(cases.governing_level(c, per_document), d.level)
           when 'confidential' then cases.holds_credential(c.id, account, unit)
           when 'restricted' then documents.is_draft(d) or cases.passed(c.id, unit) or cases.reads_for_now(c.id, unit)
             or documents.co_signs_in(c.id, unit)
           else true end $$;

-- ---------------------------------------------------------------------------------------------------------------- remarks

create schema remarks;

-- What people write beside a case file or a document, for all who may read it (PRO-246). Taken back, the words go and the
-- trace stays: who wrote, when, and who took it back.
create table remarks.comment (
  id bigint generated always as identity primary key,
  case_file_id bigint not null references cases.case_file,
  -- Null: about the case file as a whole.
  document_id bigint references documents.document,
  text text not null check (length(text) <= 2000),
  account_id bigint not null references identity.account,
  unit_id bigint not null references organization.unit,
  at timestamptz not null,
  changed_at timestamptz check (changed_at >= at),
  deleted_at timestamptz check (deleted_at >= at),
  deleted_by bigint references identity.account,
  check ((deleted_at is null) = (deleted_by is null)),
  check ((deleted_at is null) = (text <> ''))
);
create index comment_by_case on remarks.comment (case_file_id, id) where document_id is null;
create index comment_by_document on remarks.comment (document_id, id) where document_id is not null;

-- "Ciência": who declared to know of a case file or a document, once a day each (PRO-247). Never taken back.
create table remarks.acknowledgement (
  id bigint generated always as identity primary key,
  case_file_id bigint not null references cases.case_file,
  document_id bigint references documents.document,
  account_id bigint not null references identity.account,
  unit_id bigint not null references organization.unit,
  at timestamptz not null,
  on_day date not null
);
create unique index acknowledged_once_a_day on remarks.acknowledgement (account_id, case_file_id, coalesce(document_id, 0), on_day);
create index acknowledgement_by_case on remarks.acknowledgement (case_file_id, id) where document_id is null;
create index acknowledgement_by_document on remarks.acknowledgement (document_id, id) where document_id is not null;
create trigger acknowledgement_is_append_only before update or delete on remarks.acknowledgement
  for each row execute function platform.refuse_change();

-- -------------------------------------------------------------------------------------------------------------- documents

-- External documents that were taken from one case file to another (PRO-232).
create table documents.move (
  id bigint generated always as identity primary key,
  document_id bigint not null references documents.document,
  from_case_file_id bigint not null references cases.case_file,
  to_case_file_id bigint not null references cases.case_file check (to_case_file_id <> from_case_file_id),
  reason text not null check (length(reason) between 5 and 500),
  account_id bigint not null references identity.account,
  unit_id bigint not null references organization.unit,
  at timestamptz not null
);
create index move_by_document on documents.move (document_id);
create trigger move_is_append_only before update or delete on documents.move for each row execute function platform.refuse_change();

-- The signed document that says why another was cancelled (DOC-084).
alter table documents.removal add column term_id bigint references documents.document
  check (term_id is null or (term_id <> document_id and kind = 'cancelled'));
-- The bin of a unit (DOC-082).
create index removal_by_unit on documents.removal (unit_id, at desc) where kind = 'deleted';

alter table documents.document add constraint type_number_is_short check (length(type_number) <= 40);

-- ------------------------------------------------------------------------------------------------------------------ cases

-- "Autuação indevida": why a case file that should never have been opened was closed (PRO-211).
create table routing.wrongly_opened (
  case_file_id bigint primary key references cases.case_file,
  reason text not null check (length(reason) between 5 and 500),
  term_id bigint not null references documents.document,
  account_id bigint not null references identity.account,
  unit_id bigint not null references organization.unit,
  at timestamptz not null
);

create index suspension_waiting_for on cases.suspension (linked_case_file_id) where ended_at is null and linked_case_file_id is not null;

-- ---------------------------------------------------------------------------------------------------------------- search

-- What a person asks again and again (PES-007): the fields of the form, as its address holds them.
create table search.saved_search (
  id bigint generated always as identity primary key,
  account_id bigint not null references identity.account,
  name text not null check (length(name) between 1 and 100),
  query text not null check (length(query) between 1 and 4000),
  saved_at timestamptz not null
);
create unique index saved_search_name on search.saved_search (account_id, lower(name));

-- --------------------------------------------------------------------------------------------------------------- history

-- What the history says of signatures: each signature is held against its event, and the other way round.
create index event_of_signing on history.event (document_id) where kind in ('document-signed', 'copy-certified');
