-- Users, sign-in, profiles as sets of permissions, sessions (EST-020 to EST-034).
create schema identity;

create table identity.account (
  id bigint generated always as identity primary key,
  agency_id bigint not null references organization.agency,
  login text not null check (login = lower(login) and length(login) between 2 and 100),
  name text not null check (length(name) between 2 and 150),
  social_name text check (length(social_name) between 2 and 150),
  cpf text check (cpf ~ '^\d{11}$'),
  email text not null default '',
  password_hash text,
  totp_secret text,
  totp_confirmed_at timestamptz,
  -- Last TOTP step accepted: a code works once.
  totp_last_step bigint,
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  unique (agency_id, login)
);
create index account_by_login on identity.account (login);
create index account_name_words on identity.account using gin ((platform.plain(lower(coalesce(social_name, name) || ' ' || login))) public.gin_trgm_ops);
create unique index account_cpf on identity.account (agency_id, cpf) where cpf is not null;

create table identity.profile (
  id bigint generated always as identity primary key,
  name text not null unique,
  description text not null default ''
);
create table identity.profile_permission (
  profile_id bigint not null references identity.profile on delete cascade,
  permission text not null,
  primary key (profile_id, permission)
);

-- A profile in one unit (with or without the units below it) or in every unit of an agency, between dates (EST-017, EST-021).
create table identity.assignment (
  id bigint generated always as identity primary key,
  account_id bigint not null references identity.account,
  profile_id bigint not null references identity.profile,
  unit_id bigint references organization.unit,
  agency_id bigint references organization.agency,
  extends_to_subunits boolean not null default false,
  -- How far its permissions to administrate reach. They are exercised from its units either way: who administrates the
  -- whole installation does not thereby work in every unit (EST-026, EST-081).
  administers text not null default 'agency' check (administers in ('agency', 'installation')),
  valid daterange not null,
  given_by bigint references identity.account,
  given_at timestamptz not null default now(),
  ended_by bigint references identity.account,
  ended_at timestamptz,
  check (num_nonnulls(unit_id, agency_id) = 1)
);
create index assignment_by_account on identity.assignment (account_id);
create index assignment_by_unit on identity.assignment (unit_id);
create index assignment_by_agency on identity.assignment (agency_id) where agency_id is not null;

create table identity.session (
  token_hash bytea primary key,
  account_id bigint not null references identity.account,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  ip text not null default '',
  user_agent text not null default '',
  ended_at timestamptz
);
create index session_by_account on identity.session (account_id, created_at desc);

create table identity.sign_in_attempt (
  id bigint generated always as identity primary key,
  login text not null,
  ip text not null,
  at timestamptz not null,
  succeeded boolean not null
);
create index sign_in_attempt_by_login on identity.sign_in_attempt (login, at desc);
create index sign_in_attempt_by_ip on identity.sign_in_attempt (ip, at desc);

-- The password was asked again for one confidential case file (PRO-063).
create table identity.confirmation (
  session_hash bytea not null,
  case_file_id bigint not null,
  until timestamptz not null,
  primary key (session_hash, case_file_id)
);

-- One-time links: first administrator, a new password, and the second step of signing in.
create table identity.one_time_link (
  token_hash bytea primary key,
  purpose text not null check (purpose in ('first-administrator', 'password', 'second-factor')),
  account_id bigint references identity.account check ((account_id is null) = (purpose = 'first-administrator')),
  -- The administrator who made it; null where the person asked for it.
  created_by bigint references identity.account,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index one_time_link_by_account on identity.one_time_link (account_id, created_at desc);

-- Each opens the door once when the authenticator is lost.
create table identity.recovery_code (
  account_id bigint not null references identity.account,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (account_id, code_hash)
);

-- The permissions of an account in a unit on a date. Evaluated when asked: no nightly job (EST-022), and a unit that
-- changes its place in the hierarchy takes effect at once (EST-017). None in a unit that is off or outside the hierarchy.
create function identity.permissions_in(account bigint, unit bigint, today date) returns text[] language sql stable parallel safe as $$
  select coalesce(array_agg(distinct pp.permission), '{}')
    from organization.unit u
    join organization.placement p on p.unit_id = u.id and p.valid @> today
    join identity.assignment a on a.account_id = account and a.valid @> today
     and (a.unit_id = u.id or a.agency_id = u.agency_id
          or (a.extends_to_subunits and a.unit_id in (select organization.ancestors(u.id, today))))
    join identity.profile_permission pp on pp.profile_id = a.profile_id
   where u.id = unit and u.deactivated_at is null $$;

-- The units in which an account has any permission on a date.
create function identity.units_of(account bigint, today date) returns setof bigint language sql stable parallel safe as $$
  select distinct u.id
    from identity.assignment a
    cross join lateral (
      select a.unit_id as id where a.unit_id is not null and not a.extends_to_subunits
      union all
      select d from organization.descendants(a.unit_id, today) d where a.unit_id is not null and a.extends_to_subunits
      union all
      select x.id from organization.unit x where x.agency_id = a.agency_id
    ) reach
    join organization.unit u on u.id = reach.id and u.deactivated_at is null
    join organization.placement p on p.unit_id = u.id and p.valid @> today
   where a.account_id = account and a.valid @> today $$;

-- Whether the permission, exercised from this unit, reaches the whole installation and not only the unit's agency.
create function identity.administers_installation(account bigint, unit bigint, wanted text, today date)
returns boolean language sql stable parallel safe as $$
  select exists (
    select 1 from organization.unit u
      join identity.assignment a on a.account_id = account and a.valid @> today and a.administers = 'installation'
       and (a.unit_id = u.id or a.agency_id = u.agency_id
            or (a.extends_to_subunits and a.unit_id in (select organization.ancestors(u.id, today))))
      join identity.profile_permission pp on pp.profile_id = a.profile_id and pp.permission = wanted
     where u.id = unit) $$;
