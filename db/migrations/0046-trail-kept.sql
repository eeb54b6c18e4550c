-- Seals over the trail, how long it is kept, the log of the program, and what was read of whom (AUD-012, AUD-013, AUD-022).

-- By which transaction an entry was written: only what no running transaction can precede is sealed.
alter table auditing.entry add column tx xid8 not null default pg_current_xact_id();
create index entry_by_tx on auditing.entry (tx, id);

-- Whose register was read. No foreign key, as with the others.
alter table auditing.entry add column contact_id bigint;
create index entry_by_contact on auditing.entry (contact_id, at, id) where contact_id is not null;

-- Entries of one category, sealed together: one Merkle root over them, which the seals of the history cover in turn.
create table auditing.bundle (
  id bigint generated always as identity primary key,
  category text not null check (category in ('general', 'access', 'case-files', 'documents')),
  -- Every entry of these transactions stands in one bundle of this span.
  from_tx xid8 not null,
  to_tx xid8 not null,
  entry_ids bigint[] not null check (cardinality(entry_ids) between 1 and 5000),
  leaves bytea not null check (length(leaves) = 32 * cardinality(entry_ids)),
  root bytea not null check (length(root) = 32),
  first_at timestamptz not null,
  last_at timestamptz not null check (last_at >= first_at),
  sealed_at timestamptz not null,
  tx xid8 not null default pg_current_xact_id(),
  check (to_tx > from_tx)
);
create index bundle_by_end on auditing.bundle (to_tx);
create index bundle_by_tx on auditing.bundle (tx);
create index bundle_by_age on auditing.bundle (category, last_at, id);
create trigger bundle_is_append_only before update or delete on auditing.bundle for each row execute function platform.refuse_change();
create trigger bundle_is_never_emptied before truncate on auditing.bundle for each statement execute function platform.refuse_change();

-- How long entries of a category are kept: asked by one person, decided by another. Without any: for ever.
create table auditing.term (
  id bigint generated always as identity primary key,
  category text not null check (category in ('general', 'access', 'case-files', 'documents')),
  -- Null: for ever.
  months integer check (months between 12 and 1200),
  reason text not null check (length(reason) between 3 and 500),
  asked_by bigint not null references identity.account,
  asked_at timestamptz not null,
  decided_by bigint references identity.account,
  decided_at timestamptz,
  is_granted boolean,
  check (num_nonnulls(decided_by, decided_at, is_granted) in (0, 3)),
  check (decided_by <> asked_by),
  -- Readings of case files and documents answer for misuse, which lapses in five years.
  check (months >= 60 or category not in ('case-files', 'documents'))
);
create unique index term_one_open on auditing.term (category) where decided_at is null;
create index term_in_force on auditing.term (category, decided_at desc, id desc) where is_granted;

create function auditing.keep_term() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then raise exception 'a term of the trail stays'; end if;
  if tg_op = 'INSERT' then
    if new.decided_at is not null then raise exception 'a term is decided by a second person'; end if;
    return new;
  end if;
  if old.decided_at is not null
     or (new.id, new.category, new.reason, new.asked_by, new.asked_at)
        is distinct from (old.id, old.category, old.reason, old.asked_by, old.asked_at)
     or new.months is distinct from old.months then
    raise exception 'a term of the trail is only decided, once';
  end if;
  return new;
end $$;
create trigger term_is_kept before insert or update or delete on auditing.term for each row execute function auditing.keep_term();
create trigger term_is_never_emptied before truncate on auditing.term for each statement execute function platform.refuse_change();

-- Entries past their term, moved to a compressed file of the store.
create table auditing.removal (
  id bigint generated always as identity primary key,
  term_id bigint not null references auditing.term,
  -- In the order in which they stand in the file.
  bundle_ids bigint[] not null check (cardinality(bundle_ids) between 1 and 5000),
  entries integer not null check (entries > 0),
  file_sha256 text not null check (file_sha256 ~ '^[0-9a-f]{64}$'),
  file_bytes bigint not null check (file_bytes > 0),
  first_at timestamptz not null,
  last_at timestamptz not null,
  removed_at timestamptz not null,
  tx xid8 not null default pg_current_xact_id()
);
create index removal_by_tx on auditing.removal (tx);
create index removal_of_bundles on auditing.removal using gin (bundle_ids);
create trigger removal_is_append_only before update or delete on auditing.removal for each row execute function platform.refuse_change();
create trigger removal_is_never_emptied before truncate on auditing.removal for each statement execute function platform.refuse_change();

-- A removal follows the term in force of its category, and takes nothing that is younger.
create function auditing.check_removal() returns trigger language plpgsql as $$
declare
  term auditing.term;
begin
  select * into term from auditing.term t where t.id = new.term_id;
  if term.is_granted is not true or term.months is null
     or term.id <> (select t.id from auditing.term t where t.category = term.category and t.is_granted
                     order by t.decided_at desc, t.id desc limit 1) then
    raise exception 'no term in force wants this removal';
  end if;
  if exists (
    select from unnest(new.bundle_ids) as wanted (id)
      left join auditing.bundle b on b.id = wanted.id and b.category = term.category
           and b.last_at < new.removed_at - make_interval(months => term.months)
     where b.id is null)
     or new.removed_at > now() + interval '1 day'
     or exists (select from auditing.removal r where r.bundle_ids && new.bundle_ids) then
    raise exception 'these entries are not past their term';
  end if;
  return new;
end $$;
create trigger removal_is_by_right before insert on auditing.removal for each row execute function auditing.check_removal();

-- Entries are taken away by a removal of the same transaction, whole bundles, and by nothing else.
create function auditing.check_gone() returns trigger language plpgsql as $$
begin
  if exists (
    select g.id from gone g
    except
    select unnest(b.entry_ids) from auditing.removal r join auditing.bundle b on b.id = any (r.bundle_ids)
     where r.tx = pg_current_xact_id()) then
    raise exception 'entries of the trail are only taken away past their term';
  end if;
  return null;
end $$;
drop trigger entry_is_append_only on auditing.entry;
create trigger entry_is_never_changed before update on auditing.entry for each row execute function platform.refuse_change();
create trigger entry_goes_by_right after delete on auditing.entry referencing old table as gone
  for each statement execute function auditing.check_gone();

-- What the program said of itself: errors, warnings, what it did. No data of people beside who met it.
create table auditing.log_line (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  level text not null check (level in ('error', 'warning', 'information', 'debug')),
  words text not null check (length(words) <= 500),
  facts text not null check (length(facts) <= 8000),
  server text not null check (length(server) <= 100),
  account_id bigint,
  unit_id bigint,
  ip text not null default '' check (length(ip) <= 60)
);
create index log_line_by_time on auditing.log_line (at, id);
create index log_line_by_level on auditing.log_line (level, at, id);
