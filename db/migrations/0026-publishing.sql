-- Publication: the bulletin of the house, and the record of external gazettes (core spec, DOC-100 to DOC-107, FLX-064).

-- What documents know of it. `in_publication`: on its way, from then on nothing of it changes. `published_from`: the first
-- moment of its day in the time zone of the vehicle; from then on it is published, whether or not any job has run. The
-- stamp is kept in words, as the cause of a lock is: it is shown from that moment on.
alter table documents.document add column in_publication boolean not null default false,
  add column published_from timestamptz,
  add column publication_stamp text check (length(publication_stamp) between 1 and 300),
  add constraint published_is_in_publication check (published_from is null or in_publication),
  add constraint publication_has_stamp check ((published_from is null) = (publication_stamp is null)),
  -- Only what is public, signed and fixed is published; and what is published cannot stop being so.
  add constraint publishes_what_is_fixed check (not in_publication
    or (kind = 'authored' and state = 'active' and level = 'public' and signature_count > 0 and locked_at is not null));

create schema publishing;

-- Where things are published: one bulletin for each agency, or for all of them (`agency_id` null), and external gazettes.
create table publishing.vehicle (
  id bigint generated always as identity primary key,
  agency_id bigint references organization.agency,
  kind text not null check (kind in ('internal', 'external')),
  acronym text not null check (length(acronym) between 1 and 20),
  name text not null check (length(name) between 3 and 100),
  time_zone text not null check (time_zone in
    ('America/Noronha', 'America/Sao_Paulo', 'America/Fortaleza', 'America/Cuiaba', 'America/Manaus', 'America/Rio_Branco')),
  -- Days of the week with an edition, 0 for Sunday.
  weekdays int[] not null check (cardinality(weekdays) between 1 and 7 and weekdays <@ array[0, 1, 2, 3, 4, 5, 6]),
  -- After this hour nothing more goes into the next edition.
  cut_off time,
  address text not null default '' check (address = '' or address ~ '^https?://' and length(address) <= 300),
  changed_at timestamptz not null,
  changed_by bigint not null references identity.account,
  deactivated_at timestamptz
);
create unique index one_bulletin on publishing.vehicle (coalesce(agency_id, 0)) where kind = 'internal' and deactivated_at is null;
create unique index vehicle_acronym on publishing.vehicle (coalesce(agency_id, 0), lower(acronym));

-- Which types of document a vehicle takes.
create table publishing.vehicle_type (
  vehicle_id bigint not null references publishing.vehicle,
  document_type_id bigint not null references classification.document_type,
  primary key (vehicle_id, document_type_id)
);
create index vehicle_type_by_type on publishing.vehicle_type (document_type_id);

create table publishing.publication (
  id bigint generated always as identity primary key,
  document_id bigint not null references documents.document,
  -- The version that is published: it is what people read, whatever became of the document.
  version int not null,
  vehicle_id bigint not null references publishing.vehicle,
  reason text not null check (reason in ('publication', 'rectification', 'republication', 'annotation')),
  summary text not null check (length(summary) between 5 and 1000),
  extraordinary boolean not null default false,
  -- In the bulletin: scheduled, published, cancelled. In a gazette outside also: to be sent, sent, rejected.
  state text not null check (state in ('to-send', 'sent', 'scheduled', 'published', 'rejected', 'cancelled')),
  on_date date,
  published_from timestamptz,
  -- Why it was cancelled, or what the gazette said.
  end_reason text check (length(end_reason) between 5 and 500),
  -- Where it stands in the external gazette.
  gazette text not null default '' check (length(gazette) <= 100),
  gazette_edition text not null default '' check (length(gazette_edition) <= 30),
  gazette_section text not null default '' check (length(gazette_section) <= 30),
  gazette_page text not null default '' check (length(gazette_page) <= 30),
  gazette_date date,
  gazette_link text not null default '' check (gazette_link = '' or gazette_link ~ '^https?://' and length(gazette_link) <= 500),
  unit_id bigint not null references organization.unit,
  account_id bigint not null references identity.account,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  -- Of summary, name and text: what the public search looks in.
  words tsvector not null,
  check (published_from is null or on_date is not null),
  check (state <> 'published' or published_from is not null),
  check ((state in ('rejected', 'cancelled')) = (end_reason is not null)),
  foreign key (document_id, version) references documents.version
);
-- Two at once are settled here: a document is on its way, or published, once.
create unique index one_publication on publishing.publication (document_id) where state not in ('rejected', 'cancelled');
create index publication_of_document on publishing.publication (document_id, id);
create index publication_due on publishing.publication (published_from) where state = 'scheduled' and published_from is not null;
create index publication_shown on publishing.publication (on_date desc, id desc) where published_from is not null and state in ('scheduled', 'published');
create index publication_words on publishing.publication using gin (words);
create index publication_by_unit on publishing.publication (unit_id, id desc);

-- What was published, or came to nothing, is never changed: of the first only the data of the external gazette.
create function publishing.keep_published() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.state not in ('published', 'rejected', 'cancelled') then return new; end if;
  if tg_op = 'UPDATE' and old.state = 'published'
     and to_jsonb(new) - array['gazette', 'gazette_edition', 'gazette_section', 'gazette_page', 'gazette_date', 'gazette_link', 'changed_at']
       = to_jsonb(old) - array['gazette', 'gazette_edition', 'gazette_section', 'gazette_page', 'gazette_date', 'gazette_link', 'changed_at']
  then return new; end if;
  raise exception 'publishing.publication is append-only once it is published, rejected or cancelled';
end $$;
create trigger publication_is_kept before update or delete on publishing.publication
  for each row execute function publishing.keep_published();
create trigger publication_is_not_emptied before truncate on publishing.publication
  for each statement execute function platform.refuse_change();

-- A document made of another one: to rectify, publish anew or annotate what was published, or as final version of a draft.
create table publishing.related (
  document_id bigint primary key references documents.document,
  original_id bigint not null references documents.document,
  reason text not null check (reason in ('rectification', 'republication', 'annotation', 'final-version')),
  at timestamptz not null,
  account_id bigint not null references identity.account,
  unit_id bigint not null references organization.unit,
  check (document_id <> original_id)
);
create index related_by_original on publishing.related (original_id, document_id);
create trigger related_is_append_only before update or delete on publishing.related for each row execute function platform.refuse_change();

-- The one rule of what the public may read: its day has come. What waits in a case file that became confidential
-- meanwhile does not come out.
create function publishing.is_out(p publishing.publication, at timestamptz) returns boolean language sql stable as $$
  select p.published_from <= at
     and (p.state = 'published'
       or p.state = 'scheduled' and exists (select 1 from documents.document d join cases.case_file c on c.id = d.case_file_id
                                             where d.id = p.document_id and c.effective_level <> 'confidential')) $$;
