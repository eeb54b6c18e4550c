-- Letters by post with their acknowledgement of receipt (AR) (core spec, FLX-052 to FLX-058; GT-02 to GT-04; feature 67).

alter table mailroom.counter drop constraint counter_kind_check;
alter table mailroom.counter add constraint counter_kind_check check (kind in ('entry', 'slip', 'letter', 'posting-list', 'day'));

-- How a letter goes, by where it goes: a table and not code (GT-02). The most particular line holds: city, state, everywhere.
create table mailroom.delivery_rule (
  id bigint generated always as identity primary key,
  agency_id bigint not null references organization.agency,
  state text not null default '' check (state ~ '^([A-Z]{2})?$'),
  city text not null default '' check (length(city) <= 100),
  city_key text not null default '' check (length(city_key) <= 100),
  way text not null check (way in ('direct', 'post')),
  -- Who posts. Direct delivery goes with a slip of the unit that wrote.
  unit_id bigint references organization.unit,
  with_receipt boolean not null default false,
  -- So many days after the posting an AR that is not back is overdue.
  receipt_days int not null default 15 check (receipt_days between 1 and 365),
  set_at timestamptz not null,
  set_by bigint not null references identity.account,
  unique (agency_id, state, city_key),
  check ((city = '') = (city_key = '') and (city = '' or state <> '')),
  check ((unit_id is not null) = (way = 'post')),
  check (way = 'post' or not with_receipt)
);

-- What an expedition unit hands to the post at once, printed and numbered.
create table mailroom.posting_list (
  id bigint generated always as identity primary key,
  unit_id bigint not null references organization.unit,
  year int not null,
  number int not null,
  made_at timestamptz not null,
  made_by bigint not null references identity.account,
  unique (unit_id, year, number)
);
create index posting_list_of_unit on mailroom.posting_list (unit_id, id desc);
create trigger posting_list_stays before update or delete on mailroom.posting_list for each row execute function platform.refuse_change();

-- A signed document that a unit wants posted to somebody (FLX-055).
create table mailroom.letter (
  id bigint generated always as identity primary key,
  unit_id bigint not null references organization.unit,
  year int not null,
  number int not null,
  document_id bigint not null references documents.document,
  case_file_id bigint not null references cases.case_file,
  expedition_unit_id bigint not null references organization.unit,
  service text not null check (service in ('simple', 'registered', 'express')),
  with_receipt boolean not null,
  receipt_days int not null check (receipt_days between 1 and 365),
  format text not null check (format in ('envelope', 'large-envelope', 'box')),
  contact_id bigint references people.contact,
  addressee text not null check (length(addressee) between 1 and 200),
  address text not null check (length(address) between 1 and 400),
  city text not null check (length(city) between 1 and 100),
  state text not null check (state ~ '^[A-Z]{2}$'),
  postal_code text not null check (postal_code ~ '^\d{8}$'),
  notes text not null default '' check (length(notes) <= 500),
  -- Why it goes by post where the table says by hand.
  departure text not null default '' check (length(departure) <= 300),
  asked_at timestamptz not null,
  asked_by bigint not null references identity.account,
  posting_list_id bigint references mailroom.posting_list,
  -- Two letters, nine digits, two letters: the identifier S10 of the postal union; its check digit is asked by the program.
  tracking_code text unique check (tracking_code ~ '^[A-Z]{2}\d{9}[A-Z]{2}$'),
  step text not null default 'requested'
    check (step in ('requested', 'withdrawn', 'preparing', 'posted', 'in-transit', 'delivered', 'returned', 'lost', 'receipt-returned')),
  posted_on date,
  delivered_on date,
  receiver text not null default '' check (length(receiver) <= 120),
  return_reason text not null default '' check (length(return_reason) <= 200),
  receipt_document_id bigint references documents.document,
  unique (unit_id, year, number),
  check (not with_receipt or service <> 'simple'),
  check ((posting_list_id is null) = (step in ('requested', 'withdrawn'))),
  check ((posted_on is null) = (step in ('requested', 'withdrawn', 'preparing'))),
  check (tracking_code is not null or service = 'simple' or posted_on is null),
  check (delivered_on >= posted_on),
  check (delivered_on is not null or step not in ('delivered', 'receipt-returned')),
  check ((step = 'returned') = (return_reason <> '')),
  check (receipt_document_id is null or with_receipt and step in ('receipt-returned', 'returned')),
  check (with_receipt or step <> 'receipt-returned')
);
create index letter_of_unit on mailroom.letter (unit_id, id desc);
create index letter_of_document on mailroom.letter (document_id);
create index letter_to_prepare on mailroom.letter (expedition_unit_id, id) where step = 'requested';
create index letter_on_list on mailroom.letter (posting_list_id) where posting_list_id is not null;
create index letter_out on mailroom.letter (expedition_unit_id, posted_on) where step in ('posted', 'in-transit', 'delivered', 'lost');
create index letter_asked_and_out on mailroom.letter (unit_id, posted_on) where step in ('posted', 'in-transit', 'delivered', 'lost');
create index letter_delivered on mailroom.letter (expedition_unit_id, delivered_on) where delivered_on is not null;
create index letter_asked_and_delivered on mailroom.letter (unit_id, delivered_on) where delivered_on is not null;

create table mailroom.letter_attachment (
  letter_id bigint not null references mailroom.letter,
  document_id bigint not null references documents.document,
  primary key (letter_id, document_id)
);
create index letter_attachment_by_document on mailroom.letter_attachment (document_id);
create trigger letter_attachment_stays before update or delete on mailroom.letter_attachment for each row execute function platform.refuse_change();

create table mailroom.letter_step (
  id bigint generated always as identity primary key,
  letter_id bigint not null references mailroom.letter,
  step text not null,
  note text not null default '' check (length(note) <= 300),
  at timestamptz not null,
  account_id bigint not null references identity.account,
  unit_id bigint not null references organization.unit
);
create index letter_step_by_letter on mailroom.letter_step (letter_id, id);
create trigger letter_step_is_append_only before update or delete on mailroom.letter_step for each row execute function platform.refuse_change();

-- What was asked stays as it was asked, and what has ended does not begin again.
create function mailroom.keep_letter() returns trigger language plpgsql as $$
begin
  if old.step in ('withdrawn', 'receipt-returned') and new.step <> old.step
     or old.posting_list_id is not null and new.posting_list_id is distinct from old.posting_list_id
     or old.receipt_document_id is not null and new.receipt_document_id is distinct from old.receipt_document_id
     or (new.unit_id, new.year, new.number, new.document_id, new.case_file_id, new.expedition_unit_id, new.service, new.with_receipt,
         new.receipt_days, new.format, new.contact_id, new.addressee, new.address, new.city, new.state, new.postal_code, new.notes,
         new.departure, new.asked_at, new.asked_by)
        is distinct from
        (old.unit_id, old.year, old.number, old.document_id, old.case_file_id, old.expedition_unit_id, old.service, old.with_receipt,
         old.receipt_days, old.format, old.contact_id, old.addressee, old.address, old.city, old.state, old.postal_code, old.notes,
         old.departure, old.asked_at, old.asked_by) then
    raise exception 'a letter stays as it was asked for' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger letter_is_kept before update on mailroom.letter for each row execute function mailroom.keep_letter();
create trigger letter_is_never_removed before delete on mailroom.letter for each row execute function platform.refuse_change();

-- A return whose code is nobody's, until somebody finds out (FLX-058).
create table mailroom.stray_return (
  id bigint generated always as identity primary key,
  unit_id bigint not null references organization.unit,
  code text not null check (length(code) between 1 and 30),
  note text not null default '' check (length(note) <= 300),
  at timestamptz not null,
  account_id bigint not null references identity.account,
  settled_at timestamptz check (settled_at >= at),
  settled_by bigint references identity.account,
  settlement text check (length(settlement) between 1 and 300),
  check (num_nonnulls(settled_at, settled_by, settlement) in (0, 3))
);
create index stray_return_open on mailroom.stray_return (unit_id, id desc) where settled_at is null;
