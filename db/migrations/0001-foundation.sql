-- What every capability stands on: Portuguese text, requests answered once, mail to be sent, settings.
create extension if not exists unaccent with schema public;
create extension if not exists pg_trgm with schema public;
create extension if not exists btree_gist with schema public;

-- `platform` itself is made by the migration runner, which keeps its own table there.
create function platform.plain(t text) returns text language sql immutable parallel safe strict
  as $$ select public.unaccent('public.unaccent'::regdictionary, t) $$;

-- Accents are taken off, then the endings whose accent decides the stem are put back, so that "licitações" and
-- "licitacao" meet. The same function lives in src/capabilities/search/norm-pt.rules.ts.
create function platform.norm_pt(t text) returns text language sql immutable parallel safe strict as $$
  select regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(platform.plain(lower(t)),
    '(c)(?:ao|oes)\M', 'ção', 'g'), '(s)(?:ao|oes)\M', '\1ão', 'g'), '([a-z])(?:ao|oes|aes|aos)\M', '\1ão', 'g'),
    '\mnao\M', 'não', 'g'), '([a-z]{2})(?:ns)\M', '\1m', 'g') $$;

create function platform.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_schema || '.' || tg_table_name using errcode = 'restrict_violation';
end $$;

create table platform.setting (
  name text primary key,
  value jsonb not null,
  changed_at timestamptz not null default now(),
  changed_by bigint
);

-- A form sent twice (double click, retry after a lost answer) gets the first answer, not a second act.
create table platform.answered_request (
  session_hash bytea not null,
  key text not null check (length(key) between 8 and 100),
  path text not null,
  -- Null while the first request is still being worked on.
  location text,
  answered_at timestamptz,
  asked_at timestamptz not null default now(),
  primary key (session_hash, key)
);
create index answered_request_age on platform.answered_request (asked_at);

-- What an act on one or many things answered, item by item, for the page that is shown after it.
create table platform.act_result (
  token text primary key,
  session_hash bytea not null,
  title text not null,
  items jsonb not null,
  at timestamptz not null default now()
);
create index act_result_age on platform.act_result (at);

create schema mail;
create table mail.message (
  id bigint generated always as identity primary key,
  recipient text not null,
  sender text,
  subject text not null,
  body text not null,
  reason text not null,
  state text not null default 'queued' check (state in ('queued', 'kept', 'sent', 'rejected')),
  tries int not null default 0,
  problem text,
  created_at timestamptz not null default now(),
  sent_at timestamptz
);
create index message_by_age on mail.message (created_at desc);
