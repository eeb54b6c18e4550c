-- Agendas of authorities (core spec, FLX-065, FLX-070 to FLX-073; citizen-and-trust, AG-01 to AG-08; feature 68).
create schema agenda;

-- The agenda of an office, kept by the unit of the office. Who answers on a day follows from the tenures and substitutions.
create table agenda.calendar (
  office_id bigint primary key references identity.office,
  opens time not null default '08:00',
  closes time not null default '14:00',
  slot_minutes int not null default 30 check (slot_minutes between 10 and 240),
  is_public boolean not null default true,
  opened_at timestamptz not null,
  opened_by bigint not null references identity.account,
  check (closes > opens)
);

-- Who takes part: name, body, part, and whether private interests are represented. Never a document number.
create function agenda.is_list_of_participants(list jsonb) returns boolean language sql immutable parallel safe as $$
  select jsonb_typeof(list) = 'array' and jsonb_array_length(list) <= 20 and not exists (
    select 1 from jsonb_array_elements(case when jsonb_typeof(list) = 'array' then list else '[]' end) p
     where jsonb_typeof(p) <> 'object' or coalesce(length(p ->> 'name'), 0) not between 2 and 120
        or coalesce(length(p ->> 'body'), 0) > 120 or coalesce(length(p ->> 'role'), 0) > 120
        or jsonb_typeof(p -> 'isPrivate') is distinct from 'boolean') $$;

-- Somebody asks to be heard (AG-01, FLX-070): by telephone, at the counter or by e-mail, through the same screen.
create table agenda.request (
  id bigint generated always as identity primary key,
  office_id bigint not null references agenda.calendar,
  requester text not null check (length(requester) between 2 and 200),
  institution text not null default '' check (length(institution) <= 200),
  phone text not null default '' check (length(phone) <= 40),
  email text not null default '' check (length(email) <= 254),
  channel text not null check (channel in ('phone', 'in-person', 'email')),
  subject text not null check (length(subject) between 3 and 500),
  wished_from date,
  wished_until date,
  wished_note text not null default '' check (length(wished_note) <= 200),
  is_urgent boolean not null default false,
  participants jsonb not null default '[]' check (agenda.is_list_of_participants(participants)),
  case_file_id bigint references cases.case_file,
  state text not null default 'requested' check (state in ('requested', 'under-analysis', 'accepted', 'redirected', 'refused')),
  reason text not null default '' check (length(reason) <= 500),
  redirected_unit_id bigint references organization.unit,
  registered_at timestamptz not null,
  registered_by bigint not null references identity.account,
  decided_at timestamptz,
  decided_by bigint references identity.account,
  check (wished_until >= wished_from),
  check ((state in ('accepted', 'redirected', 'refused')) = (decided_at is not null)),
  check ((decided_at is null) = (decided_by is null)),
  check ((state = 'redirected') = (redirected_unit_id is not null)),
  check (state <> 'refused' or length(reason) >= 3)
);
create index request_open on agenda.request (office_id, id) where decided_at is null;
create index request_decided on agenda.request (office_id, id desc) where decided_at is not null;
create index request_of_case on agenda.request (case_file_id) where case_file_id is not null;

-- What was asked stays as it was asked; it is decided once.
create function agenda.keep_request() returns trigger language plpgsql as $$
begin
  if old.decided_at is not null or (to_jsonb(new) - '{state,reason,redirected_unit_id,decided_at,decided_by}'::text[])
     is distinct from (to_jsonb(old) - '{state,reason,redirected_unit_id,decided_at,decided_by}'::text[]) then
    raise exception 'a request stays as it was asked, and is decided once' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger request_is_kept before update on agenda.request for each row execute function agenda.keep_request();
create trigger request_is_never_removed before delete on agenda.request for each row execute function platform.refuse_change();

-- Something in an agenda. `account_id` is who attends: the holder of the office, or who stands in on that day.
create table agenda.commitment (
  id bigint generated always as identity primary key,
  uid uuid not null unique default gen_random_uuid(),
  office_id bigint not null references agenda.calendar,
  agency_id bigint not null references organization.agency,
  account_id bigint references identity.account,
  capacity text not null default '' check (length(capacity) <= 160),
  request_id bigint unique references agenda.request,
  kind text not null check (kind in ('hearing', 'meeting', 'event', 'public-hearing', 'internal')),
  subject text not null check (length(subject) between 3 and 500),
  place text not null check (length(place) between 2 and 200),
  -- A room of the house: nobody else has it meanwhile.
  books_room boolean not null default false,
  room text generated always as (lower(place)) stored,
  during tstzrange not null check (not isempty(during) and lower_inc(during) and not upper_inc(during)
    and upper(during) <= lower(during) + interval '16 hours'),
  participants jsonb not null default '[]' check (agenda.is_list_of_participants(participants)),
  representative text not null default '' check (length(representative) <= 200),
  represented text not null default '' check (length(represented) <= 200),
  interests text not null default '' check (length(interests) <= 500),
  -- Kept from the public, by this law, until this day (AG-05).
  reserved_basis text check (length(reserved_basis) between 3 and 200),
  disclose_on date,
  case_file_id bigint references cases.case_file,
  state text not null default 'confirmed' check (state in ('confirmed', 'rescheduled', 'held', 'no-show', 'cancelled')),
  outcome text not null default '' check (length(outcome) <= 2000),
  sequence int not null default 0,
  registered_at timestamptz not null,
  registered_by bigint not null references identity.account,
  changed_at timestamptz not null,
  changed_by bigint not null references identity.account,
  published_at timestamptz,
  check ((reserved_basis is null) = (disclose_on is null)),
  -- Who represents private interests, of whom and for what is told (Decreto 10.889/2021, art. 11).
  check (kind <> 'hearing' or (representative <> '' and represented <> '' and interests <> '')),
  check (kind not in ('meeting', 'internal') or not jsonb_path_exists(participants, '$[*] ? (@.isPrivate == true)')),
  constraint one_at_a_time_of_an_office exclude using gist (office_id with =, during with &&) where (state <> 'cancelled'),
  constraint one_at_a_time_of_a_person exclude using gist (account_id with =, during with &&)
    where (state <> 'cancelled' and account_id is not null),
  constraint one_at_a_time_in_a_room exclude using gist (agency_id with =, room with =, during with &&)
    where (state <> 'cancelled' and books_room)
);
-- What was cancelled is read too: the constraints above leave it out.
create index commitment_of_office on agenda.commitment using gist (office_id, during);
create index commitment_of_person on agenda.commitment using gist (account_id, during) where account_id is not null;
create index commitment_to_publish on agenda.commitment (office_id, lower(during)) where published_at is null;
create index commitment_of_case on agenda.commitment (case_file_id) where case_file_id is not null;

-- Every state of a commitment, written by the database itself: what was published and then changed leaves its trail (AG-04).
create table agenda.version (
  commitment_id bigint not null references agenda.commitment,
  sequence int not null,
  at timestamptz not null,
  account_id bigint not null references identity.account,
  shown jsonb not null,
  primary key (commitment_id, sequence)
);
create trigger version_is_append_only before update or delete on agenda.version
  for each row execute function platform.refuse_change();

create function agenda.keep_commitment() returns trigger language plpgsql as $$
begin
  if (new.id, new.uid, new.office_id, new.agency_id, new.request_id, new.registered_at, new.registered_by)
     is distinct from (old.id, old.uid, old.office_id, old.agency_id, old.request_id, old.registered_at, old.registered_by)
     or (old.published_at is not null and new.published_at is distinct from old.published_at) or old.state = 'cancelled' then
    raise exception 'a commitment stays in its agenda, and what was published or cancelled stays so' using errcode = 'restrict_violation';
  end if;
  -- A generated column is not there yet: it follows from the place.
  if (to_jsonb(new) - '{published_at,sequence,changed_at,changed_by,room}'::text[])
     is distinct from (to_jsonb(old) - '{published_at,sequence,changed_at,changed_by,room}'::text[]) then
    new.sequence := old.sequence + 1;
  else
    new.sequence := old.sequence;
  end if;
  return new;
end $$;
create trigger commitment_is_kept before update on agenda.commitment for each row execute function agenda.keep_commitment();
create trigger commitment_is_never_removed before delete on agenda.commitment for each row execute function platform.refuse_change();

create function agenda.note_version() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' or new.sequence > old.sequence then
    insert into agenda.version (commitment_id, sequence, at, account_id, shown)
    values (new.id, new.sequence, new.changed_at, new.changed_by, jsonb_build_object('kind', new.kind, 'subject', new.subject,
      'place', new.place, 'from', lower(new.during), 'to', upper(new.during), 'participants', new.participants,
      'representative', new.representative, 'represented', new.represented, 'interests', new.interests, 'state', new.state,
      'capacity', new.capacity, 'isReserved', new.reserved_basis is not null));
  end if;
  return null;
end $$;
create trigger commitment_leaves_its_trail after insert or update on agenda.commitment
  for each row execute function agenda.note_version();

-- Who answers for an office on a day: who stands in, else the holder, as they sign; no row where it is vacant.
create function agenda.attendant(office bigint, on_day date) returns table (account_id bigint, name text, capacity text, is_substitute boolean)
language sql stable parallel safe as $$
  (select s.substitute_id, coalesce(a.social_name, a.name), o.title || ' ' || s.style, true
     from identity.substitution s join identity.office o on o.id = s.office_id join identity.account a on a.id = s.substitute_id
    where s.office_id = office and s.valid @> on_day)
  union all
  (select t.account_id, coalesce(a.social_name, a.name), o.title, false
     from identity.tenure t join identity.office o on o.id = t.office_id join identity.account a on a.id = t.account_id
    where t.office_id = office and t.valid @> on_day)
  order by 4 desc limit 1 $$;

-- What of the agendas of a unit is about a case file, the newest first. Its caller has passed the gate.
create function agenda.told(case_file bigint, unit bigint) returns jsonb language sql stable parallel safe as $$
  select coalesce(jsonb_agg(to_jsonb(e) order by e.at desc), '[]') from (
    (select 'commitment' as what, x.id, o.title, lower(x.during) as at, x.state from agenda.commitment x
       join identity.office o on o.id = x.office_id
      where x.case_file_id = case_file and o.unit_id in (select organization.lineage(unit)) order by x.id desc limit 20)
    union all
    (select 'request', x.id, o.title, x.registered_at, x.state from agenda.request x join identity.office o on o.id = x.office_id
      where x.case_file_id = case_file and x.state <> 'accepted' and o.unit_id in (select organization.lineage(unit))
      order by x.id desc limit 20)) e $$;
