-- Signing in by an account of a provider of identities, such as gov.br (core feature 10, EST-033).

-- Somebody who went to the provider, and is back or not yet. Bound to the browser by the hash of its cookie; taken once.
create table identity.outside_visit (
  state_hash bytea primary key,
  browser_hash bytea not null,
  -- What only this installation knows of it: a stolen answer of the provider is worth nothing without them.
  nonce text not null check (length(nonce) between 20 and 100),
  verifier text not null check (length(verifier) between 43 and 128),
  next text not null check (length(next) <= 2000),
  expires_at timestamptz not null
);
create index outside_visit_by_end on identity.outside_visit (expires_at);

-- Who it is was proved, and something is still to be said: which of their accounts, or the code of the second factor.
create table identity.outside_arrival (
  browser_hash bytea primary key,
  account_ids bigint[] not null check (cardinality(account_ids) between 1 and 20),
  -- Whether the code of the second factor is asked of the accounts that have one.
  asks_code boolean not null,
  entered_with text not null check (length(entered_with) between 1 and 100),
  next text not null check (length(next) <= 2000),
  expires_at timestamptz not null
);
create index outside_arrival_by_end on identity.outside_arrival (expires_at);

-- How the session was opened, in words of that day: `gov.br, nível prata`. Empty: by the password.
alter table identity.session add column entered_with text not null default '' check (length(entered_with) <= 100);
alter table identity.one_time_link add column entered_with text not null default '' check (length(entered_with) <= 100);

-- Whose claim it is, in whatever agency.
create index account_by_cpf on identity.account (cpf) where cpf is not null;
create index account_by_email on identity.account (lower(email)) where email <> '';

-- Where signing in is on record, this way of it is too.
update auditing.rule set resources = array_append(resources, 'sign-in-outside') where 'sign-in' = any (resources);
