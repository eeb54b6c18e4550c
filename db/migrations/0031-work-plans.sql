-- Work plans (core spec, PRO-245; feature 44), and the mailroom below.
create schema work_plans;

-- A plan of work: steps, each with items. Kept by who administrates the registers, for all agencies.
create table work_plans.plan (
  id bigint generated always as identity primary key,
  name text not null check (length(name) between 1 and 150),
  description text not null default '' check (length(description) <= 1000),
  -- The days on which it may be put on case files. Null: without a limit on that side.
  valid_from date,
  valid_until date,
  created_at timestamptz not null,
  created_by bigint not null references identity.account,
  deactivated_at timestamptz,
  check (valid_until >= valid_from)
);
create unique index plan_name on work_plans.plan (lower(name));

create table work_plans.step (
  id bigint generated always as identity primary key,
  plan_id bigint not null references work_plans.plan,
  name text not null check (length(name) between 1 and 150),
  position int not null check (position between 0 and 9999),
  deactivated_at timestamptz
);
create unique index step_name on work_plans.step (plan_id, lower(name));

create table work_plans.item (
  id bigint generated always as identity primary key,
  step_id bigint not null references work_plans.step,
  name text not null check (length(name) between 1 and 200),
  position int not null check (position between 0 and 9999),
  -- Days in a row, from the day on which the case file took the plan. Null: without a term.
  days int check (days between 1 and 1000),
  deactivated_at timestamptz
);
create unique index item_name on work_plans.item (step_id, lower(name));

-- The types of documents that an item usually brings.
create table work_plans.item_document_type (
  item_id bigint not null references work_plans.item,
  document_type_id bigint not null references classification.document_type,
  primary key (item_id, document_type_id)
);
create index item_document_type_by_type on work_plans.item_document_type (document_type_id);

-- Case files of this type take the plan by themselves when they are opened.
create table work_plans.case_type_default (
  case_type_id bigint primary key references classification.case_type,
  plan_id bigint not null references work_plans.plan
);
create index case_type_default_by_plan on work_plans.case_type_default (plan_id);

-- A plan on a case file; one at a time, and what was there stays written.
create table work_plans.association (
  id bigint generated always as identity primary key,
  case_file_id bigint not null references cases.case_file,
  plan_id bigint not null references work_plans.plan,
  since timestamptz not null,
  set_by bigint not null references identity.account,
  unit_id bigint not null references organization.unit,
  ended_at timestamptz check (ended_at >= since),
  ended_by bigint references identity.account,
  check ((ended_at is null) = (ended_by is null))
);
create unique index one_plan_at_a_time on work_plans.association (case_file_id) where ended_at is null;
create index association_by_case on work_plans.association (case_file_id, id desc);
create index association_by_plan on work_plans.association (plan_id) where ended_at is null;

-- How an item of the plan stands. Without a row nobody has begun it.
create table work_plans.progress (
  association_id bigint not null references work_plans.association,
  item_id bigint not null references work_plans.item,
  state text not null check (state in ('under-way', 'paused', 'finished', 'problem', 'not-applicable', 'disregarded')),
  primary key (association_id, item_id)
);

-- Documents in an item.
create table work_plans.item_document (
  association_id bigint not null references work_plans.association,
  item_id bigint not null references work_plans.item,
  document_id bigint not null references documents.document,
  primary key (association_id, item_id, document_id)
);
create index item_document_by_document on work_plans.item_document (document_id);

-- Every change, in the order in which it was made.
create table work_plans.change (
  id bigint generated always as identity primary key,
  case_file_id bigint not null references cases.case_file,
  association_id bigint not null references work_plans.association,
  kind text not null check (kind in ('set', 'taken-with-type', 'removed', 'state', 'document-in', 'document-out')),
  item_id bigint references work_plans.item,
  state text,
  document_id bigint references documents.document,
  note text not null default '' check (length(note) <= 500),
  at timestamptz not null,
  account_id bigint not null references identity.account,
  unit_id bigint not null references organization.unit,
  check ((item_id is not null) = (kind in ('state', 'document-in', 'document-out'))),
  check ((state is not null) = (kind = 'state')),
  check ((document_id is not null) = (kind in ('document-in', 'document-out')))
);
create index change_by_case on work_plans.change (case_file_id, id desc);
create trigger change_is_append_only before update or delete on work_plans.change
  for each row execute function platform.refuse_change();

-- Whoever opens a case file, by whatever way, finds on it the plan of its type.
create function work_plans.take_default() returns trigger language plpgsql as $$
begin
  with taken as (
    insert into work_plans.association (case_file_id, plan_id, since, set_by, unit_id)
    select new.id, p.id, new.opened_at, new.opened_by, new.unit_id
      from work_plans.case_type_default d join work_plans.plan p on p.id = d.plan_id
     where d.case_type_id = new.case_type_id and p.deactivated_at is null
       and (new.opened_at at time zone 'America/Sao_Paulo')::date
           between coalesce(p.valid_from, '-infinity') and coalesce(p.valid_until, 'infinity')
    returning id
  )
  insert into work_plans.change (case_file_id, association_id, kind, at, account_id, unit_id)
  select new.id, taken.id, 'taken-with-type', new.opened_at, new.opened_by, new.unit_id from taken;
  return null;
end $$;
create trigger case_file_takes_plan after insert on cases.case_file for each row execute function work_plans.take_default();

-- The plan of a case file with how each item stands, for its pages in one statement with others: the items in use, and
-- those in which something was done, in their order. Null: it has none. Its caller has passed the gate.
create function work_plans.told(case_file bigint) returns jsonb language sql stable parallel safe as $$
  select jsonb_build_object('id', a.id::text, 'planId', p.id::text, 'planName', p.name, 'description', p.description,
           'since', (a.since at time zone 'America/Sao_Paulo')::date::text,
           'items', coalesce((
             select jsonb_agg(jsonb_build_object('id', i.id::text, 'name', i.name, 'stepId', s.id::text, 'stepName', s.name,
                      'days', i.days, 'state', g.state,
                      'typeIds', array(select t.document_type_id::text from work_plans.item_document_type t where t.item_id = i.id),
                      'documentIds', array(select d.document_id::text from work_plans.item_document d
                                            where d.association_id = a.id and d.item_id = i.id order by d.document_id))
                      order by s.position, s.id, i.position, i.id)
               from work_plans.step s join work_plans.item i on i.step_id = s.id
               left join work_plans.progress g on g.association_id = a.id and g.item_id = i.id
              where s.plan_id = a.plan_id and (i.deactivated_at is null and s.deactivated_at is null or g.state is not null)), '[]'))
    from work_plans.association a join work_plans.plan p on p.id = a.plan_id
   where a.case_file_id = case_file and a.ended_at is null $$;

alter table organization.register_change drop constraint register_change_register_check,
  add constraint register_change_register_check check (register in ('agency', 'unit', 'user', 'profile', 'contact', 'case-type',
    'document-type', 'record-class', 'class-table', 'legal-basis', 'conference-kind', 'work-plan', 'office', 'group',
    'mail-template', 'contact-scope'));

-- ---------------------------------------------------------------------------------------------------------------- mailroom

-- What comes and goes on paper (core spec, FLX-40, FLX-50; features 64 to 66).
create schema mailroom;

-- The numbers of a unit in a year, one after the other without a hole: taken in the transaction that uses them.
create table mailroom.counter (
  unit_id bigint not null references organization.unit,
  kind text not null check (kind in ('entry', 'slip')),
  year int not null,
  last int not null check (last > 0),
  primary key (unit_id, kind, year)
);

-- A line of the daily board: everything that came in (FLX-041), with its receipt (FLX-042).
create table mailroom.entry (
  id bigint generated always as identity primary key,
  unit_id bigint not null references organization.unit,
  year int not null,
  number int not null,
  -- What the receipt carries, so that anybody may check it.
  code text not null unique check (code ~ '^[0-9A-Z]{12}$'),
  received_at timestamptz not null,
  registered_at timestamptz not null check (registered_at >= received_at),
  registered_by bigint not null references identity.account,
  kind text not null check (kind in ('document', 'case-file', 'petition', 'letter', 'email', 'other')),
  medium text not null check (medium in ('paper', 'digital')),
  sender text not null check (length(sender) between 1 and 200),
  sender_kind text not null check (sender_kind in ('taxpayer', 'servant', 'public-body', 'private-body', 'other')),
  origin_number text not null default '' check (length(origin_number) <= 60),
  addressee text not null default '' check (length(addressee) <= 120),
  subject text not null check (length(subject) between 1 and 500),
  pieces text not null default '' check (length(pieces) <= 1000),
  volumes int check (volumes between 0 and 9999),
  pages int check (pages between 0 and 999999),
  due_on date,
  notes text not null default '' check (length(notes) <= 500),
  state text not null default 'received'
    check (state in ('received', 'formalised', 'distributed', 'under-analysis', 'answered', 'dispatched', 'filed')),
  responsible_id bigint references identity.account,
  case_file_id bigint references cases.case_file,
  -- Since when nothing more is expected of it.
  settled_at timestamptz,
  unique (unit_id, year, number),
  check (state = 'received' or state in ('answered', 'dispatched', 'filed') or case_file_id is not null or responsible_id is not null),
  check ((settled_at is not null) = (state in ('answered', 'dispatched', 'filed')))
);
create index entry_by_day on mailroom.entry (unit_id, received_at);
create index entry_open on mailroom.entry (unit_id, received_at) where settled_at is null;
create index entry_settled on mailroom.entry (unit_id, settled_at) where settled_at is not null;
create index entry_of_case on mailroom.entry (case_file_id) where case_file_id is not null;

-- What was said on arrival stays: it is what the receipt says.
create function mailroom.keep_entry() returns trigger language plpgsql as $$
begin
  if (new.unit_id, new.year, new.number, new.code, new.received_at, new.registered_at, new.registered_by, new.kind, new.medium,
      new.sender, new.sender_kind, new.origin_number, new.subject, new.pieces, new.volumes, new.pages)
     is distinct from
     (old.unit_id, old.year, old.number, old.code, old.received_at, old.registered_at, old.registered_by, old.kind, old.medium,
      old.sender, old.sender_kind, old.origin_number, old.subject, old.pieces, old.volumes, old.pages) then
    raise exception 'what came in stays as it was registered' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger entry_is_kept before update on mailroom.entry for each row execute function mailroom.keep_entry();
create trigger entry_is_never_removed before delete on mailroom.entry for each row execute function platform.refuse_change();

-- The lines of the board of a unit that are in a case file, the newest first. Its caller has passed the gate.
create function mailroom.told(case_file bigint, unit bigint) returns jsonb language sql stable parallel safe as $$
  select coalesce(jsonb_agg(to_jsonb(e) order by e.id desc), '[]')
    from (select x.id, x.number, x.year, x.sender, x.received_at as "receivedAt", x.state from mailroom.entry x
           where x.case_file_id = case_file and x.unit_id in (select organization.lineage(unit)) order by x.id desc limit 20) e $$;

create table mailroom.entry_step (
  id bigint generated always as identity primary key,
  entry_id bigint not null references mailroom.entry,
  state text not null,
  responsible_id bigint references identity.account,
  case_file_id bigint references cases.case_file,
  note text not null default '' check (length(note) <= 500),
  at timestamptz not null,
  account_id bigint not null references identity.account
);
create index entry_step_by_entry on mailroom.entry_step (entry_id, id desc);
create trigger entry_step_is_append_only before update or delete on mailroom.entry_step
  for each row execute function platform.refuse_change();

-- "Guia de tramitação": paper that goes to another place with a list, on which who receives it signs (FLX-051, FLX-054).
create table mailroom.slip (
  id bigint generated always as identity primary key,
  unit_id bigint not null references organization.unit,
  year int not null,
  number int not null,
  destination text not null check (length(destination) between 1 and 200),
  -- Where the destination is a unit of the house: it signs for itself.
  to_unit_id bigint references organization.unit check (to_unit_id <> unit_id),
  carrier text not null default '' check (length(carrier) <= 120),
  notes text not null default '' check (length(notes) <= 500),
  sent_at timestamptz not null,
  sent_by bigint not null references identity.account,
  received_at timestamptz check (received_at >= sent_at),
  receiver_name text check (length(receiver_name) between 1 and 120),
  receiver_document text check (length(receiver_document) <= 40),
  -- Who wrote it down, and in which unit: that of the destination signs for itself.
  settled_by bigint references identity.account,
  settled_unit_id bigint references organization.unit,
  unique (unit_id, year, number),
  check (num_nonnulls(received_at, receiver_name, receiver_document, settled_by, settled_unit_id) in (0, 5))
);
create index slip_of_unit on mailroom.slip (unit_id, id desc);
create index slip_for_unit on mailroom.slip (to_unit_id, id desc) where to_unit_id is not null;

create table mailroom.slip_item (
  slip_id bigint not null references mailroom.slip,
  position int not null check (position between 1 and 100),
  unit_id bigint not null references organization.unit,
  -- Number as people write it, and by which it is found again.
  reference text not null check (length(reference) between 1 and 60),
  reference_key text not null check (length(reference_key) between 1 and 60),
  description text not null default '' check (length(description) <= 200),
  volumes int not null check (volumes between 1 and 9999),
  pages int check (pages between 0 and 999999),
  case_file_id bigint references cases.case_file,
  -- Null: under way.
  outcome text check (outcome in ('received', 'missing', 'refused')),
  primary key (slip_id, position)
);
-- Paper is in one place at a time.
create unique index item_in_one_open_slip on mailroom.slip_item (unit_id, reference_key) where outcome is null;
create index slip_item_of_case on mailroom.slip_item (case_file_id) where case_file_id is not null;

-- A slip that was sent out stays; what became of it is written once.
create function mailroom.keep_slip() returns trigger language plpgsql as $$
begin
  if old.received_at is not null
     or (new.unit_id, new.year, new.number, new.destination, new.to_unit_id, new.carrier, new.notes, new.sent_at, new.sent_by)
        is distinct from
        (old.unit_id, old.year, old.number, old.destination, old.to_unit_id, old.carrier, old.notes, old.sent_at, old.sent_by) then
    raise exception 'a slip stays as it was sent' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger slip_is_kept before update on mailroom.slip for each row execute function mailroom.keep_slip();
create trigger slip_is_never_removed before delete on mailroom.slip for each row execute function platform.refuse_change();
create function mailroom.keep_slip_item() returns trigger language plpgsql as $$
begin
  if old.outcome is not null
     or (new.slip_id, new.position, new.unit_id, new.reference, new.reference_key, new.description, new.volumes, new.pages, new.case_file_id)
        is distinct from
        (old.slip_id, old.position, old.unit_id, old.reference, old.reference_key, old.description, old.volumes, old.pages, old.case_file_id) then
    raise exception 'an item of a slip stays as it was sent' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger slip_item_is_kept before update on mailroom.slip_item for each row execute function mailroom.keep_slip_item();
create trigger slip_item_is_never_removed before delete on mailroom.slip_item for each row execute function platform.refuse_change();
