-- The closed page of the daily board is signed by who closes it; AR that do not come back are charged to the post; what one
-- unit includes for another says so (QD-01, FLX-055, AR-34; features 64 and 67).

-- The signature of a closed page: the words of who signed as they stood, of what, and the digest of these words. Pages that
-- were closed before have none.
create table mailroom.closed_day_signature (
  closed_day_id bigint primary key references mailroom.closed_day,
  account_id bigint not null references identity.account,
  signer_name text not null check (length(signer_name) between 1 and 200),
  capacity text not null check (length(capacity) between 1 and 200),
  unit_acronym text not null,
  agency_acronym text not null,
  -- Of the page: what is signed.
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  statement_sha256 text not null check (statement_sha256 ~ '^[0-9a-f]{64}$'),
  crc text not null check (crc ~ '^[0-9A-F]{8}$'),
  signed_at timestamptz not null
);
create trigger closed_day_signature_stays before update or delete on mailroom.closed_day_signature
  for each row execute function platform.refuse_change();

-- A document by which the post is asked for an AR that is overdue. The same AR may be asked for again.
create table mailroom.charge (
  letter_id bigint not null references mailroom.letter,
  document_id bigint not null references documents.document,
  at timestamptz not null,
  account_id bigint not null references identity.account,
  primary key (letter_id, document_id)
);
create index charge_by_document on mailroom.charge (document_id);
create trigger charge_stays before update or delete on mailroom.charge for each row execute function platform.refuse_change();

-- Where a file was included, in words of that day, when it was not in the unit of its document: `PROT – Protocolo Geral`.
alter table documents.file add column included_in text not null default '' check (length(included_in) <= 300);
