-- The seals become a log: they cover texts, signatures and files besides events, stand in a tree (RFC 6962) whose nodes
-- are kept, and each head of it is signed with the installation's key, which is no row of this database.

-- The transaction that wrote each row, as in history.event: sealing takes only what no earlier one can join any more.
alter table documents.version add column tx xid8 not null default pg_current_xact_id();
alter table documents.file add column tx xid8 not null default pg_current_xact_id();
alter table documents.image add column tx xid8 not null default pg_current_xact_id();
alter table signatures.signed_content add column tx xid8 not null default pg_current_xact_id();
alter table signatures.signature add column tx xid8 not null default pg_current_xact_id();
create index version_by_tx on documents.version (tx);
create index file_by_tx on documents.file (tx);
create index image_by_tx on documents.image (tx);
create index signed_content_by_tx on signatures.signed_content (tx);
create index signature_by_tx on signatures.signature (tx);

-- Rows of other tables under the seal, as `kind:key`; their leaves stand after those of the events. Null: a seal made
-- before there were any, whose hash has the older form.
alter table history.seal add column record_keys text[];
-- Which seal covers a transaction.
create unique index seal_by_end on history.seal (to_tx);

-- Complete branches of the tree over the seals: level 0 are its leaves. With them any proof is a handful of rows.
create table history.node (
  level int not null check (level between 0 and 62),
  place bigint not null check (place >= 0),
  hash bytea not null check (length(hash) = 32),
  primary key (level, place)
);
create trigger node_is_append_only before update or delete on history.node for each row execute function platform.refuse_change();
create trigger node_is_never_emptied before truncate on history.node for each statement execute function platform.refuse_change();

-- What the log was at a given size, as a signed note (C2SP checkpoint): origin, size, root, moment, signature.
create table history.head (
  size bigint primary key references history.seal,
  root bytea not null check (length(root) = 32),
  note text not null check (length(note) <= 2000)
);
create trigger head_is_append_only before update or delete on history.head for each row execute function platform.refuse_change();
create trigger head_is_never_emptied before truncate on history.head for each statement execute function platform.refuse_change();

-- Time-stamps (RFC 3161) over the SHA-256 of a head's note, by an authority of somebody else.
create table history.time_stamp (
  size bigint primary key references history.head,
  token bytea not null check (length(token) <= 100000),
  at timestamptz not null
);
create trigger time_stamp_is_append_only before update or delete on history.time_stamp for each row execute function platform.refuse_change();
create trigger time_stamp_is_never_emptied before truncate on history.time_stamp for each statement execute function platform.refuse_change();
