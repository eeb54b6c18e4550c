-- The state gazette (core spec FLX-064; DOE-01 to DOE-06): who approves and sends, the days without an edition, each step with
-- its day, person and receipt, what was sent as a digest, and the comparison with what the gazette printed.

alter table publishing.vehicle
  -- The cabinet that checks, approves and sends for everybody; null: each unit does it for itself.
  add column approving_unit_id bigint references organization.unit,
  -- Where the texts go by e-mail; empty: they are taken to the gazette by hand.
  add column email text not null default '' check (email = '' or email ~ '^[^@\s]+@[^@\s]+$' and length(email) <= 254),
  -- Days without an edition besides the holidays of the agency.
  add column closed_days date[] not null default '{}' check (cardinality(closed_days) <= 400),
  -- From when terms count: the day of the edition, or the first working day after it was made available
  -- (Lei nº 11.419/2006, art. 4º, §§ 3º and 4º).
  add column terms_from text not null default 'edition' check (terms_from in ('edition', 'made-available')),
  add constraint only_gazettes_are_sent_to check (kind = 'external' or approving_unit_id is null and email = '');

-- A draft is `to-send`; what the gazette gave back is `rejected`. What was compared has a row in `comparison`.
alter table publishing.publication drop constraint publication_state_check,
  add constraint publication_state_check
    check (state in ('to-send', 'approved', 'sent', 'received', 'scheduled', 'published', 'rejected', 'cancelled')),
  -- SHA-256 of the normalised text that was sent; null also where it was sent before this was kept.
  add column sent_sha256 text check (sent_sha256 ~ '^[0-9a-f]{64}$');
create index publication_on_its_way on publishing.publication (vehicle_id, id)
  where state in ('to-send', 'approved', 'sent', 'received', 'scheduled');
create index publication_by_month on publishing.publication (created_at, unit_id);

create table publishing.step (
  id bigint generated always as identity primary key,
  publication_id bigint not null references publishing.publication,
  step text not null check (step in ('prepared', 'approved', 'sent', 'received', 'scheduled', 'published', 'rejected', 'cancelled', 'checked')),
  at timestamptz not null,
  account_id bigint not null references identity.account,
  unit_id bigint not null references organization.unit,
  -- Number or protocol that the gazette gave.
  receipt text not null default '' check (length(receipt) <= 100),
  note text not null default '' check (length(note) <= 500),
  on_date date
);
create index step_of_publication on publishing.step (publication_id, id);
create trigger step_is_append_only before update or delete on publishing.step for each row execute function platform.refuse_change();
create trigger step_is_not_emptied before truncate on publishing.step for each statement execute function platform.refuse_change();

-- What the gazette printed, as somebody brought it, beside what was sent.
create table publishing.comparison (
  id bigint generated always as identity primary key,
  publication_id bigint not null references publishing.publication,
  printed text not null check (length(printed) between 1 and 500000),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  differences int not null check (differences >= 0),
  at timestamptz not null,
  account_id bigint not null references identity.account,
  unit_id bigint not null references organization.unit
);
create index comparison_of_publication on publishing.comparison (publication_id, id);
create trigger comparison_is_append_only before update or delete on publishing.comparison
  for each row execute function platform.refuse_change();
create trigger comparison_is_not_emptied before truncate on publishing.comparison
  for each statement execute function platform.refuse_change();
