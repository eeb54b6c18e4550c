-- Institutional texts and models (FLX-030 to FLX-033), forms with typed fields (DOC-053), guides for types of case file
-- (PES-020 to PES-023).

-- ---------------------------------------------------------------------------------------------- texts of the institution

-- A text, or a whole document as model of its type, that somebody keeps for many units. Its words are in its versions.
create table knowledge.institutional_text (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('text', 'model')),
  document_type_id bigint references classification.document_type,
  name text not null check (length(name) between 1 and 100),
  -- Where it is distributed to: everywhere, one agency, or the units of `knowledge.distribution`.
  scope text not null check (scope in ('installation', 'agency', 'units')),
  agency_id bigint references organization.agency,
  -- Who keeps it: the whole installation, the owner's agency, or the owner's unit for itself and the units below it.
  level text not null check (level in ('installation', 'agency', 'local')),
  owner_agency_id bigint not null references organization.agency,
  owner_unit_id bigint not null references organization.unit,
  version int not null check (version > 0),
  changed_at timestamptz not null,
  changed_by bigint not null references identity.account,
  withdrawn_at timestamptz,
  check ((kind = 'model') = (document_type_id is not null)),
  check ((scope = 'agency') = (agency_id is not null)),
  check (level = 'installation' or scope <> 'installation'),
  check (level <> 'agency' or scope <> 'agency' or agency_id = owner_agency_id),
  check (level <> 'local' or scope = 'units')
);
create unique index institutional_text_name on knowledge.institutional_text (owner_unit_id, name) where withdrawn_at is null;
create index institutional_text_everywhere on knowledge.institutional_text (id) where withdrawn_at is null and scope = 'installation';
create index institutional_text_of_agency on knowledge.institutional_text (agency_id) where withdrawn_at is null and scope = 'agency';
create index institutional_text_by_owner on knowledge.institutional_text (owner_agency_id, owner_unit_id);

create table knowledge.institutional_version (
  text_id bigint not null references knowledge.institutional_text,
  number int not null check (number > 0),
  content json not null,
  -- What is new in it, for the units.
  note text not null default '' check (length(note) <= 300),
  -- The document that a model was taken from.
  document_id bigint references documents.document,
  made_at timestamptz not null,
  made_by bigint not null references identity.account,
  primary key (text_id, number)
);
create trigger institutional_version_is_append_only before update or delete on knowledge.institutional_version
  for each row execute function platform.refuse_change();

create table knowledge.distribution (
  unit_id bigint not null references organization.unit,
  text_id bigint not null references knowledge.institutional_text,
  primary key (unit_id, text_id)
);
create index distribution_by_text on knowledge.distribution (text_id);

-- The last version that somebody of the unit opened: a later one is marked as new in its list (FLX-033).
create table knowledge.seen_version (
  unit_id bigint not null references organization.unit,
  text_id bigint not null references knowledge.institutional_text,
  version int not null,
  primary key (unit_id, text_id)
);

-- The texts that are distributed to a unit now: the one rule for lists, pages, new documents and the editor.
create function knowledge.distributed_to(unit bigint) returns setof bigint language sql stable parallel safe as $$
  select t.id from knowledge.institutional_text t where t.withdrawn_at is null and t.scope = 'installation'
  union all
  select t.id from knowledge.institutional_text t
   where t.withdrawn_at is null and t.scope = 'agency' and t.agency_id = (select u.agency_id from organization.unit u where u.id = unit)
  union all
  select t.id from knowledge.distribution d join knowledge.institutional_text t on t.id = d.text_id
   where d.unit_id = unit and t.withdrawn_at is null and t.scope = 'units' $$;

-- A copy that the unit made to change it, and the version that it grew from.
alter table knowledge.standard_text
  add column copied_from bigint references knowledge.institutional_text,
  add column copied_version int,
  add check ((copied_from is null) = (copied_version is null));

-- What a unit keeps at hand, in groups with names of its own (DOC-028).
create table knowledge.favourite_group (
  id bigint generated always as identity primary key,
  unit_id bigint not null references organization.unit,
  name text not null check (length(name) between 1 and 60),
  unique (unit_id, name)
);
create table knowledge.favourite (
  id bigint generated always as identity primary key,
  unit_id bigint not null references organization.unit,
  group_id bigint not null references knowledge.favourite_group on delete cascade,
  standard_text_id bigint references knowledge.standard_text,
  institutional_text_id bigint references knowledge.institutional_text,
  document_id bigint references documents.document,
  -- How the unit calls a document that it keeps as model.
  name text not null default '' check (length(name) <= 100),
  added_at timestamptz not null,
  added_by bigint not null references identity.account,
  check (num_nonnulls(standard_text_id, institutional_text_id, document_id) = 1),
  check ((document_id is not null) = (name <> ''))
);
create unique index favourite_once on knowledge.favourite (unit_id, standard_text_id, institutional_text_id, document_id) nulls not distinct;
create index favourite_by_group on knowledge.favourite (group_id);

insert into identity.profile_permission (profile_id, permission)
  select profile_id, 'knowledge.distribute' from identity.profile_permission where permission = 'classification.manage' on conflict do nothing;

-- ------------------------------------------------------------------------------------------------------------------ forms

alter table classification.document_type drop constraint document_type_applies_to_check;
alter table classification.document_type add constraint document_type_applies_to_check
  check (applies_to in ('authored', 'uploaded', 'both', 'form'));

-- The fields of a form as they were published: documents filled in with a version stay with it.
create table classification.form_version (
  id bigint generated always as identity primary key,
  document_type_id bigint not null references classification.document_type,
  number int not null check (number > 0),
  fields jsonb not null check (jsonb_typeof(fields) = 'array' and jsonb_array_length(fields) between 1 and 100),
  made_at timestamptz not null,
  made_by bigint not null references identity.account,
  unique (document_type_id, number)
);
create trigger form_version_is_append_only before update or delete on classification.form_version
  for each row execute function platform.refuse_change();

-- The fields as they are being arranged, until they are published.
create table classification.form_draft (
  document_type_id bigint primary key references classification.document_type,
  fields jsonb not null check (jsonb_typeof(fields) = 'array' and jsonb_array_length(fields) <= 100),
  changed_at timestamptz not null,
  changed_by bigint not null references identity.account
);

-- Set for documents that are filled-in forms: they have no text of their own to edit.
alter table documents.document add column form_version_id bigint references classification.form_version;
alter table documents.document add constraint form_is_authored check (form_version_id is null or kind = 'authored');

-- What was answered in each version of a document, typed: dates as text, numbers as numbers, flags as booleans.
create table documents.form_answer (
  document_id bigint not null references documents.document,
  version int not null,
  answers jsonb not null check (jsonb_typeof(answers) = 'object'),
  primary key (document_id, version)
);
create index form_answer_values on documents.form_answer using gin (answers jsonb_path_ops);
create trigger form_answer_is_append_only before update or delete on documents.form_answer
  for each row execute function platform.refuse_change();

-- ----------------------------------------------------------------------------------------------------------------- guides

create schema guides;

-- How the work of some types of case file is done, as the unit that knows it writes it. What it says is in its versions.
create table guides.guide (
  id bigint generated always as identity primary key,
  unit_id bigint not null references organization.unit,
  created_at timestamptz not null,
  created_by bigint not null references identity.account,
  deleted_at timestamptz,
  deleted_by bigint references identity.account,
  check ((deleted_at is null) = (deleted_by is null))
);
create index guide_by_unit on guides.guide (unit_id) where deleted_at is null;

create table guides.version (
  id bigint generated always as identity primary key,
  guide_id bigint not null references guides.guide,
  number int not null check (number > 0),
  state text not null check (state in ('drafting', 'released', 'superseded')),
  title text not null check (length(title) between 3 and 200),
  content json not null,
  plain_text text not null,
  changed_at timestamptz not null,
  changed_by bigint not null references identity.account,
  released_at timestamptz,
  released_by bigint references identity.account,
  words tsvector not null generated always as (search.words_of(title || ' ' || plain_text)) stored,
  unique (guide_id, number),
  check ((released_at is null) = (released_by is null)),
  check (state = 'drafting' or released_at is not null)
);
-- One that others read, and one that is being written.
create unique index one_released_version on guides.version (guide_id) where state = 'released';
create unique index one_version_in_the_making on guides.version (guide_id) where state = 'drafting';
create index version_words on guides.version using gin (words);

-- What was released is not rewritten: whoever followed it can show what it said.
create function guides.refuse_rewriting() returns trigger language plpgsql as $$
begin
  if old.state <> 'drafting' and (new.title, new.content::text, new.number) is distinct from (old.title, old.content::text, old.number) then
    raise exception 'version % of guide % was released', old.number, old.guide_id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger version_is_not_rewritten before update on guides.version
  for each row execute function guides.refuse_rewriting();

create table guides.version_type (
  version_id bigint not null references guides.version on delete cascade,
  case_type_id bigint not null references classification.case_type,
  primary key (case_type_id, version_id)
);
create index version_type_by_version on guides.version_type (version_id);

create table guides.attachment (
  id bigint generated always as identity primary key,
  version_id bigint not null references guides.version on delete cascade,
  file_name text not null check (length(file_name) between 1 and 200),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes bigint not null check (size_bytes > 0),
  added_at timestamptz not null,
  added_by bigint not null references identity.account
);
create index attachment_by_version on guides.attachment (version_id);
create index attachment_by_hash on guides.attachment (sha256);

-- The guides released for a type of case file, for its page (PES-023).
create function guides.released_for(case_type bigint) returns jsonb language sql stable parallel safe as $$
  select coalesce(jsonb_agg(x order by lower(platform.plain(x.title)), x.id), '[]')
    from (select g.id::text, v.title, u.acronym as "unitAcronym"
            from guides.version v
            join guides.guide g on g.id = v.guide_id and g.deleted_at is null
            join organization.unit u on u.id = g.unit_id
           where v.id = any (array(select k.version_id from guides.version_type k where k.case_type_id = case_type))
             and v.state = 'released'
           order by v.id desc limit 50) x $$;
