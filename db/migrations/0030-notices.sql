-- What a person is told of (notices), what a person sees counted (control panel), and where and in which colours one works.

-- EST-035. Without a row: the desk, in light colours.
create table identity.preference (
  account_id bigint primary key references identity.account,
  start_page text not null check (start_page in ('desk', 'panel', 'bundles')),
  colour_scheme text not null check (colour_scheme in ('light', 'dark', 'system'))
);

create schema notices;

-- One notice of one person, in one unit of theirs. It keeps no words of a case file: what it shows of one is asked of the
-- gate each time that it is shown or sent.
create table notices.notice (
  id bigint generated always as identity primary key,
  account_id bigint not null references identity.account,
  unit_id bigint not null references organization.unit,
  kind text not null check (kind in ('assigned', 'to-sign', 'deadline', 'return', 'followed', 'comment', 'answer')),
  case_file_id bigint references cases.case_file,
  document_id bigint references documents.document,
  bundle_id bigint references bundles.bundle on delete cascade,
  -- Names of people and units, days: what the sentence needs besides.
  facts jsonb not null default '{}' check (jsonb_typeof(facts) = 'object' and length(facts::text) <= 2000),
  -- What it came from: told of once, however often a round runs.
  source text not null check (length(source) between 2 and 100),
  at timestamptz not null,
  read_at timestamptz,
  -- What becomes of it by e-mail. Withheld: when it was to be sent, the person might not see it any more, or had read it.
  mail text not null default 'none' check (mail in ('none', 'at-once', 'daily', 'sent', 'withheld')),
  check ((case_file_id is null) <> (bundle_id is null)),
  check (document_id is null or case_file_id is not null),
  unique (account_id, source)
);
create index notice_newest on notices.notice (account_id, at desc, id desc);
create index notice_unread on notices.notice (account_id) where read_at is null;
create index notice_to_send on notices.notice (mail, account_id) where mail in ('at-once', 'daily');
create index notice_oldest on notices.notice (at);

-- Per kind: on the page alone, by e-mail at once, in the e-mail of the day, or not at all. Without a row: on the page.
create table notices.choice (
  account_id bigint not null references identity.account,
  kind text not null check (kind in ('assigned', 'to-sign', 'deadline', 'return', 'followed', 'comment', 'answer')),
  channel text not null check (channel in ('page', 'at-once', 'daily', 'none')),
  primary key (account_id, kind)
);

-- The hour of Brasília from which the e-mail of the day goes. Without a row: eight in the morning.
create table notices.digest_hour (
  account_id bigint primary key references identity.account,
  hour int not null check (hour between 0 and 23)
);

-- The e-mail of a day: at most one for each person, whichever worker makes it and wherever one dies.
create table notices.digest (
  account_id bigint not null references identity.account,
  day date not null,
  made_at timestamptz not null,
  -- None where there was nothing left that the person may see.
  notices int not null check (notices >= 0),
  primary key (account_id, day)
);

-- Up to which transaction the history was read. What was before this migration is told to nobody.
create table notices.cursor (
  single boolean primary key default true check (single),
  next_tx xid8 not null
);
insert into notices.cursor (next_tx) values (pg_current_xact_id());

-- What the rounds look for by day.
create index availability_lately on bundles.availability (begun_at) where ended_at is null and begun_at is not null;
create index filing_lately on bundles.filing (at) where assigned_to is not null;
create index request_lately on case_type_requests.request (answered_at) where answered_at is not null;
create index movement_due on routing.movement (return_due)
  where return_due is not null and returned_at is null and recalled_at is null;

-- The cards of a person's control panel in a unit, in their order. Without a row: all of them, in the usual order.
create schema control_panel;
create table control_panel.choice (
  account_id bigint not null references identity.account,
  unit_id bigint not null references organization.unit,
  cards text[] not null check (cardinality(cards) <= 30),
  primary key (account_id, unit_id)
);
