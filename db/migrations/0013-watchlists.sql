-- How a team organises its work: notes, labels, special follow-up, favourites; checkpoints; each person's view of the desk.
create schema watchlists;

-- Anotação: one a case file and unit (PRO-241). In a confidential case file one a credential holder, whose account is then
-- named (PRO-242); the two never mix. Nothing here travels with the case file.
create table watchlists.note (
  case_file_id bigint not null references cases.case_file,
  unit_id bigint not null references organization.unit,
  account_id bigint references identity.account,
  text text not null check (length(text) between 1 and 500),
  priority boolean not null,
  changed_at timestamptz not null,
  changed_by bigint not null references identity.account,
  check (account_id is null or account_id = changed_by),
  unique nulls not distinct (unit_id, case_file_id, account_id)
);

-- Marcador (PRO-243): a register of the unit. The colour always comes with a name and a shape.
create table watchlists.label (
  id bigint generated always as identity primary key,
  unit_id bigint not null references organization.unit,
  name text not null check (length(name) between 1 and 50),
  colour text not null check (colour ~ '^[a-z]+(-[a-z]+)*$' and length(colour) <= 30),
  created_at timestamptz not null,
  created_by bigint not null references identity.account,
  deactivated_at timestamptz,
  unique (id, unit_id)
);
create unique index label_name on watchlists.label (unit_id, lower(name));

-- A label on a case file, now. Of the unit's own labels only.
create table watchlists.labelling (
  label_id bigint not null,
  unit_id bigint not null,
  case_file_id bigint not null references cases.case_file,
  text text not null default '' check (length(text) <= 500),
  changed_at timestamptz not null,
  changed_by bigint not null references identity.account,
  primary key (label_id, case_file_id),
  foreign key (label_id, unit_id) references watchlists.label (id, unit_id)
);
create index labelling_by_case on watchlists.labelling (unit_id, case_file_id);

-- Every inclusion, change and removal. While it names a label, that label cannot be deleted: used once, kept for ever.
create table watchlists.labelling_event (
  id bigint generated always as identity primary key,
  label_id bigint not null,
  unit_id bigint not null,
  case_file_id bigint not null references cases.case_file,
  kind text not null check (kind in ('included', 'changed', 'removed')),
  text text not null check (length(text) <= 500),
  at timestamptz not null,
  account_id bigint not null references identity.account,
  foreign key (label_id, unit_id) references watchlists.label (id, unit_id)
);
create index labelling_event_by_case on watchlists.labelling_event (case_file_id, unit_id, id desc);
create index labelling_event_by_label on watchlists.labelling_event (label_id);
create trigger labelling_event_is_append_only before update or delete on watchlists.labelling_event
  for each row execute function platform.refuse_change();

-- Acompanhamento especial (PRO-240): groups of the unit, and what it follows in them or in none.
create table watchlists.watchlist (
  id bigint generated always as identity primary key,
  unit_id bigint not null references organization.unit,
  name text not null check (length(name) between 1 and 60),
  unique (id, unit_id)
);
create unique index watchlist_name on watchlists.watchlist (unit_id, lower(name));
create table watchlists.entry (
  id bigint generated always as identity primary key,
  unit_id bigint not null references organization.unit,
  case_file_id bigint not null references cases.case_file,
  watchlist_id bigint,
  observation text not null default '' check (length(observation) <= 500),
  added_at timestamptz not null,
  added_by bigint not null references identity.account,
  changed_at timestamptz not null,
  unique nulls not distinct (unit_id, case_file_id, watchlist_id),
  foreign key (watchlist_id, unit_id) references watchlists.watchlist (id, unit_id)
);
create index entry_newest on watchlists.entry (unit_id, added_at desc, id desc);
create index entry_by_watchlist on watchlists.entry (watchlist_id);

-- Favoritos (PRO-248): of one person. Without a document: the case file itself.
create table watchlists.favourite (
  id bigint generated always as identity primary key,
  account_id bigint not null references identity.account,
  case_file_id bigint not null references cases.case_file,
  document_id bigint references documents.document,
  group_name text not null default '' check (length(group_name) <= 60),
  added_at timestamptz not null,
  unique nulls not distinct (account_id, case_file_id, document_id)
);
create index favourite_newest on watchlists.favourite (account_id, added_at desc, id desc);

-- Pontos de controle (PRO-244): points of a unit's work, registered by the administrator.
create schema checkpoints;
create table checkpoints.checkpoint (
  id bigint generated always as identity primary key,
  unit_id bigint not null references organization.unit,
  name text not null check (length(name) between 1 and 100),
  position int not null,
  created_at timestamptz not null,
  created_by bigint not null references identity.account,
  deactivated_at timestamptz,
  unique (id, unit_id)
);
create unique index checkpoint_name on checkpoints.checkpoint (unit_id, lower(name));

-- Where a case file stands now in the unit: one point. It stays after concluding and sending, until it is taken away.
create table checkpoints.standing (
  unit_id bigint not null,
  case_file_id bigint not null references cases.case_file,
  checkpoint_id bigint not null,
  since timestamptz not null,
  set_by bigint not null references identity.account,
  primary key (unit_id, case_file_id),
  foreign key (checkpoint_id, unit_id) references checkpoints.checkpoint (id, unit_id)
);
create index standing_by_checkpoint on checkpoints.standing (checkpoint_id, since);

-- Every point that was set, and every taking away (null).
create table checkpoints.step (
  id bigint generated always as identity primary key,
  unit_id bigint not null references organization.unit,
  case_file_id bigint not null references cases.case_file,
  checkpoint_id bigint,
  at timestamptz not null,
  account_id bigint not null references identity.account,
  foreign key (checkpoint_id, unit_id) references checkpoints.checkpoint (id, unit_id)
);
create index step_by_case on checkpoints.step (case_file_id, unit_id, id desc);
create trigger step_is_append_only before update or delete on checkpoints.step
  for each row execute function platform.refuse_change();

-- The columns that a person chose for the desk (PRO-106). No row: the usual ones.
create table routing.desk_view (
  account_id bigint primary key references identity.account,
  columns text[] not null check (cardinality(columns) <= 20)
);

-- "Marcar como não lido", by person (PRO-105). It counts until the person opens the case file again (cases.reading).
create table routing.unread_mark (
  account_id bigint not null references identity.account,
  case_file_id bigint not null references cases.case_file,
  marked_at timestamptz not null,
  primary key (account_id, case_file_id)
);
