-- Append-only history of case files, sealed in batches.
create schema history;

create table history.event (
  id bigint generated always as identity primary key,
  case_file_id bigint not null references cases.case_file,
  document_id bigint,
  kind text not null check (length(kind) between 3 and 60),
  -- What the sentence needs, as it was then: acronyms, numbers, names, reasons.
  facts jsonb not null,
  -- Who may read the sentence: everybody who sees the history, or the acting unit alone (AUD-006).
  scope text not null default 'case' check (scope in ('case', 'unit')),
  account_id bigint references identity.account,
  unit_id bigint references organization.unit,
  at timestamptz not null,
  -- The transaction that wrote it: sealing takes only what can no longer be joined by an earlier one.
  tx xid8 not null default pg_current_xact_id()
);
create index event_by_case on history.event (case_file_id, id desc);
create index event_by_tx on history.event (tx, id);

create trigger event_is_append_only before update or delete on history.event for each row execute function platform.refuse_change();
create trigger event_is_never_emptied before truncate on history.event for each statement execute function platform.refuse_change();

-- One seal covers the events of the transactions from_tx ≤ tx < to_tx. Leaves are kept, so that a broken row has a name.
create table history.seal (
  id bigint primary key,
  from_tx xid8 not null,
  to_tx xid8 not null,
  event_ids bigint[] not null,
  leaves bytea not null,
  root bytea not null,
  previous bytea not null,
  hash bytea not null unique,
  sealed_at timestamptz not null
);
create trigger seal_is_append_only before update or delete on history.seal for each row execute function platform.refuse_change();
create trigger seal_is_never_emptied before truncate on history.seal for each statement execute function platform.refuse_change();
