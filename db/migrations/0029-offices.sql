-- Offices with their holders and substitutes, groups, texts of system mails, contacts by unit, news of versions
-- (core spec, rows 12 to 16; EST-038, EST-042, EST-043, EST-045, QUE-50).

alter table organization.register_change drop constraint register_change_register_check;
alter table organization.register_change add constraint register_change_register_check
  check (register in ('agency', 'unit', 'user', 'profile', 'contact', 'case-type',
    'document-type', 'record-class', 'class-table', 'legal-basis', 'conference-kind', 'work-plan', 'office', 'group',
    'mail-template', 'contact-scope'));

-- An office of a unit, whoever holds it.
create table identity.office (
  id bigint generated always as identity primary key,
  unit_id bigint not null references organization.unit,
  title text not null check (length(title) between 2 and 100),
  deactivated_at timestamptz,
  created_at timestamptz not null default now(),
  unique (unit_id, title)
);

-- Who holds an office, by an act, between days: one person at a time.
create table identity.tenure (
  id bigint generated always as identity primary key,
  office_id bigint not null references identity.office,
  account_id bigint not null references identity.account,
  act text not null check (length(act) between 3 and 200),
  valid daterange not null,
  given_by bigint not null references identity.account,
  given_at timestamptz not null,
  ended_by bigint references identity.account,
  ended_at timestamptz,
  unique (id, office_id),
  check ((ended_by is null) = (ended_at is null)),
  constraint one_holder_at_a_time exclude using gist (office_id with =, valid with &&)
);
create index tenure_by_account on identity.tenure (account_id);

-- Who stands in for the holder, or for nobody where the office is vacant, by an act, between days (QUE-50). The days
-- asked for stay on record; `valid` is what is left of them once it was ended.
create table identity.substitution (
  id bigint generated always as identity primary key,
  office_id bigint not null references identity.office,
  tenure_id bigint,
  -- Of a vacant office: there is no holder whose profiles would pass.
  profile_id bigint references identity.profile,
  substitute_id bigint not null references identity.account,
  reason text not null check (reason in ('vacation', 'leave', 'absence', 'vacancy')),
  act text not null check (length(act) between 3 and 200),
  style text not null check (style in ('em exercício', 'substituto', 'substituta', 'interino', 'interina')),
  from_day date not null,
  until_day date not null,
  valid daterange not null,
  appointed_by bigint not null references identity.account,
  appointed_at timestamptz not null,
  ended_by bigint references identity.account,
  ended_at timestamptz,
  foreign key (tenure_id, office_id) references identity.tenure (id, office_id),
  check ((tenure_id is null) = (reason = 'vacancy') and (profile_id is null) = (tenure_id is not null)),
  check (until_day >= from_day and until_day < from_day + 731),
  -- Rights never exceed the days of the act, and only an ending makes them less.
  constraint substitution_within_its_days check (valid <@ daterange(from_day, until_day, '[]')
    and (ended_at is not null or valid = daterange(from_day, until_day, '[]'))),
  check ((ended_by is null) = (ended_at is null)),
  constraint one_substitute_at_a_time exclude using gist (office_id with =, valid with &&)
);
create index substitution_by_substitute on identity.substitution (substitute_id);
create index substitution_by_office on identity.substitution (office_id);
create index substitution_by_tenure on identity.substitution (tenure_id);

-- What was appointed is never rewritten: it ends, once, and only becomes shorter. Nobody substitutes themselves.
create function identity.keep_substitution() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if exists (select 1 from identity.tenure t where t.id = new.tenure_id and t.account_id = new.substitute_id) then
      raise exception 'nobody substitutes themselves' using errcode = 'check_violation', constraint = 'substitute_is_another';
    end if;
    return new;
  end if;
  if tg_op = 'DELETE' or old.ended_at is not null or not (new.valid <@ old.valid)
     or (to_jsonb(new) - '{valid,ended_by,ended_at}'::text[]) is distinct from (to_jsonb(old) - '{valid,ended_by,ended_at}'::text[]) then
    raise exception 'a substitution only ends' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger substitution_only_ends before insert or update or delete on identity.substitution
  for each row execute function identity.keep_substitution();

-- What an office is needed for passes to who stands in. Not what keeps registers, audits or operates the house, nor the
-- collection of confidential case files: those are given by name. Credentials are of persons and pass to nobody.
create function identity.passes_by_substitution(permission text) returns boolean language sql immutable parallel safe as $$
  select permission not in ('organization.manage', 'identity.manage', 'classification.manage', 'platform.operate',
                            'history.audit', 'acervo.confidential')
     and permission not like 'acervo.%' and permission not like '%.operate' and permission not like '%.audit' $$;

-- The profiles that stand behind substitutions on a date: those that the holder was given for that very unit, or by
-- reach over it. What the holder has by substituting others does not pass on.
create function identity.profiles_by_substitution(today date)
returns table (substitution_id bigint, account_id bigint, unit_id bigint, profile_id bigint, valid daterange)
language sql stable parallel safe as $$
  select s.id, s.substitute_id, o.unit_id, s.profile_id, s.valid
    from identity.substitution s join identity.office o on o.id = s.office_id
   where s.profile_id is not null
  union
  select s.id, s.substitute_id, o.unit_id, a.profile_id, s.valid * a.valid * t.valid
    from identity.substitution s
    join identity.office o on o.id = s.office_id
    join identity.tenure t on t.id = s.tenure_id
    join organization.unit u on u.id = o.unit_id
    join identity.assignment a on a.account_id = t.account_id and a.valid && s.valid
     and (a.unit_id = u.id or a.agency_id = u.agency_id
          or (a.extends_to_subunits and a.unit_id in (select organization.ancestors(u.id, today)))) $$;

-- As before (0020), with what passes by substitution. Evaluated when asked: it begins and ends without any job.
create or replace function identity.permissions_in(account bigint, unit bigint, today date) returns text[]
language plpgsql stable parallel safe as $$
begin
  return (select coalesce(array_agg(distinct case when u.succeeded_at is null or identity.stays_after_succession(pp.permission)
                                                  then pp.permission else 'output.export' end), '{}')
    from organization.unit u
    join organization.placement p on p.unit_id = u.id and p.valid @> today
    cross join lateral (
      select g.permission
        from identity.assignment a
        join identity.profile_permission g on g.profile_id = a.profile_id
       where a.account_id = account and a.valid @> today
         and (a.unit_id = u.id or a.agency_id = u.agency_id
              or (a.extends_to_subunits and a.unit_id in (select organization.ancestors(u.id, today))))
      union all
      select g.permission
        from identity.profiles_by_substitution(today) s
        join identity.profile_permission g on g.profile_id = s.profile_id and identity.passes_by_substitution(g.permission)
       where s.account_id = account and s.unit_id = u.id and s.valid @> today
    ) pp
   where u.id = unit and u.deactivated_at is null);
end $$;

create or replace function identity.units_of(account bigint, today date) returns setof bigint
language plpgsql stable parallel safe rows 10 as $$
begin
  return query with held as materialized (
    select a.unit_id, a.agency_id, a.extends_to_subunits from identity.assignment a where a.account_id = account and a.valid @> today
  ), reach(id) as materialized (
    select h.unit_id from held h where h.unit_id is not null and not h.extends_to_subunits
    union
    select d from held h cross join lateral organization.descendants(h.unit_id, today) d where h.unit_id is not null and h.extends_to_subunits
    union
    select x.id from held h join organization.unit x on x.agency_id = h.agency_id
    union
    select s.unit_id from identity.profiles_by_substitution(today) s
      join identity.profile_permission g on g.profile_id = s.profile_id and identity.passes_by_substitution(g.permission)
     where s.account_id = account and s.valid @> today
  )
  select u.id from reach r join organization.unit u on u.id = r.id and u.deactivated_at is null
   where exists (select 1 from organization.placement p where p.unit_id = u.id and p.valid @> today);
end $$;

-- The offices in which somebody acts for another in a unit on a date, as they sign: `Secretário em exercício`.
create function identity.acting_in(account bigint, unit bigint, today date)
returns table (substitution_id bigint, capacity text, office text, holder text, holder_id bigint, until_day date)
language sql stable parallel safe as $$
  select s.id, o.title || ' ' || s.style, o.title, coalesce(h.social_name, h.name), h.id, s.until_day
    from identity.substitution s
    join identity.office o on o.id = s.office_id and o.unit_id = unit
    left join identity.tenure t on t.id = s.tenure_id
    left join identity.account h on h.id = t.account_id
   where s.substitute_id = account and s.valid @> today and (t.id is null or t.valid @> today)
   order by s.id $$;

-- Groups of addressees: of the institution, of an agency, of a unit, of a person (EST-043).
create schema groups;

create table groups.recipient_group (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('units', 'contacts', 'emails')),
  scope text not null check (scope in ('installation', 'agency', 'unit', 'person')),
  agency_id bigint references organization.agency,
  unit_id bigint references organization.unit,
  account_id bigint references identity.account,
  name text not null check (length(name) between 2 and 100),
  description text not null default '' check (length(description) <= 250),
  deactivated_at timestamptz,
  created_at timestamptz not null default now(),
  check ((agency_id is not null) = (scope = 'agency') and (unit_id is not null) = (scope = 'unit')
    and (account_id is not null) = (scope = 'person')),
  unique nulls not distinct (kind, scope, agency_id, unit_id, account_id, name)
);
create index group_of_agency on groups.recipient_group (agency_id) where agency_id is not null;
create index group_of_unit on groups.recipient_group (unit_id) where unit_id is not null;
create index group_of_person on groups.recipient_group (account_id) where account_id is not null;
create index group_of_all on groups.recipient_group (kind, name) where scope = 'installation';

-- A unit that was succeeded is stood for by its successor, when the group is used.
create table groups.unit_member (
  group_id bigint not null references groups.recipient_group,
  unit_id bigint not null references organization.unit,
  primary key (group_id, unit_id)
);
create table groups.contact_member (
  group_id bigint not null references groups.recipient_group,
  contact_id bigint not null references people.contact,
  primary key (group_id, contact_id)
);
create table groups.email_member (
  group_id bigint not null references groups.recipient_group,
  address text not null check (address ~ '^[^@\s]+@[^@\s]+$' and address = lower(address) and length(address) <= 254),
  description text not null default '' check (length(description) <= 120),
  primary key (group_id, address)
);

-- What the administrator changed in the mails that the system writes by itself (EST-045). The kinds are the program's own:
-- a kind without a row goes out as the program has it. Plain text; no line of a header can be slipped in.
create table mail.template (
  id bigint generated always as identity primary key,
  kind text not null unique check (kind ~ '^[a-z]+(-[a-z]+)*$' and length(kind) <= 60),
  -- Null: as the program has it.
  sender text check (length(sender) between 3 and 320 and sender !~ '[[:cntrl:]]'),
  subject text not null check (length(subject) between 3 and 200 and subject !~ '[[:cntrl:]]'),
  body text not null check (length(body) between 3 and 10000),
  off boolean not null default false,
  changed_at timestamptz not null,
  changed_by bigint not null references identity.account
);

-- How much of the contacts of a kind a unit sees (EST-042, LGPD): all of it, or name and city. A unit without a line sees
-- what everybody does: the CPF masked, and neither telephone nor e-mail in the register.
create table people.contact_access (
  unit_id bigint not null references organization.unit,
  kind text not null check (kind in ('person', 'organization')),
  level text not null check (level in ('full', 'short')),
  reason text not null check (length(reason) between 5 and 250),
  changed_at timestamptz not null,
  changed_by bigint not null references identity.account,
  primary key (unit_id, kind)
);

-- Who has seen the news of a version, or put the notice away (EST-038). The news themselves come with the program.
create schema news;
create table news.reading (
  account_id bigint not null references identity.account,
  version text not null check (version ~ '^\d+\.\d+\.\d+$' and length(version) <= 20),
  at timestamptz not null,
  primary key (account_id, version)
);
