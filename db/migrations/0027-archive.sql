-- Record classes in tables of which one is in force, and what becomes of concluded case files: archiving, appraisal, holds and
-- elimination (core spec, PRO-040 to PRO-050; e-ARQ Brasil, evaluation and disposal).

-- Tables of classes -------------------------------------------------------------------------------------------------------

create table classification.class_table (
  id bigint generated always as identity primary key,
  name text not null unique check (length(name) between 3 and 120),
  created_at timestamptz not null default now(),
  activated_at timestamptz,
  retired_at timestamptz,
  check (retired_at is null or activated_at is not null)
);
-- One is in force (PRO-041).
create unique index one_class_table_in_force on classification.class_table ((true)) where activated_at is not null and retired_at is null;
insert into classification.class_table (name, activated_at) values ('Plano de classificação em vigor', now());

create function classification.table_in_force() returns bigint language sql stable parallel safe as $$
  select id from classification.class_table where activated_at is not null and retired_at is null $$;

alter table classification.record_class
  add column table_id bigint references classification.class_table,
  -- From when its years are counted: the conclusion in all units (PRO-042), or a fact that somebody records (PRO-049).
  add column term_start text not null default 'conclusion' check (term_start in ('conclusion', 'event')),
  add column term_event text not null default '' check (length(term_event) <= 120),
  add constraint event_has_a_name check ((term_start = 'event') = (term_event <> '')),
  drop constraint record_class_code_key;
update classification.record_class set table_id = classification.table_in_force();
alter table classification.record_class
  alter column table_id set not null,
  alter column table_id set default classification.table_in_force(),
  add constraint record_class_code_key unique (table_id, code);

-- Which classes of a newer table stand for one of the older.
create table classification.class_mapping (
  from_class_id bigint not null references classification.record_class,
  to_class_id bigint not null references classification.record_class check (to_class_id <> from_class_id),
  primary key (from_class_id, to_class_id)
);
create index class_mapping_to on classification.class_mapping (to_class_id);

-- A class, or those that stand for it in the table in force. One of a retired table that nothing stands for answers for itself.
create function classification.classes_in_force(class_id bigint) returns setof bigint language sql stable parallel safe as $$
  with recursive up (id) as (
    select class_id
    union
    select m.to_class_id from up join classification.class_mapping m on m.from_class_id = up.id
      join classification.record_class r on r.id = m.to_class_id
      join classification.class_table t on t.id = r.table_id and t.activated_at is not null)
  select up.id from up
    where not exists (select 1 from classification.class_mapping m join classification.record_class r on r.id = m.to_class_id
                        join classification.class_table t on t.id = r.table_id and t.activated_at is not null
                       where m.from_class_id = up.id) $$;

alter table organization.register_change drop constraint register_change_register_check,
  add constraint register_change_register_check check (register in ('agency', 'unit', 'user', 'profile', 'contact', 'case-type',
    'document-type', 'record-class', 'class-table', 'legal-basis', 'conference-kind'));

-- Archived case files -----------------------------------------------------------------------------------------------------

alter table cases.case_file drop constraint case_file_state_check,
  add constraint case_file_state_check check (state in ('normal', 'suspended', 'annexed', 'blocked', 'archived', 'deleted'));

-- The open row makes a case file archived: it is consulted and nothing else (PRO-045).
create table cases.archiving (
  id bigint generated always as identity primary key,
  case_file_id bigint not null references cases.case_file,
  unit_id bigint not null references organization.unit,
  started_at timestamptz not null,
  started_by bigint not null references identity.account,
  ended_at timestamptz,
  ended_by bigint references identity.account,
  check ((ended_at is null) = (ended_by is null))
);
create unique index one_open_archiving on cases.archiving (case_file_id) where ended_at is null;
-- What is archived lies on no desk.
create function cases.archived_lies_nowhere() returns trigger language plpgsql as $$
begin
  if new.closed_at is null and exists (
       select 1 from cases.archiving a where a.case_file_id = new.case_file_id and a.ended_at is null) then
    raise exception 'an archived case file is opened on no desk' using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
create trigger archived_lies_nowhere after insert on cases.holding for each row execute function cases.archived_lies_nowhere();

-- Who is of the commission, found by the profiles that make a member.
create index assignment_by_profile on identity.assignment (profile_id);

create schema archive;

-- Concluded everywhere and not yet archived: what waits in the unit that concluded last (PRO-044).
create table archive.waiting (
  case_file_id bigint primary key references cases.case_file,
  unit_id bigint not null references organization.unit,
  concluded_at timestamptz not null
);
create index waiting_by_unit on archive.waiting (unit_id, concluded_at, case_file_id);

create function archive.note_holding() returns trigger language plpgsql as $$
begin
  if new.closed_at is null then
    delete from archive.waiting where case_file_id = new.case_file_id;
  elsif new.closing = 'concluded' and not exists (
          select 1 from cases.holding h where h.case_file_id = new.case_file_id and h.closed_at is null) then
    insert into archive.waiting (case_file_id, unit_id, concluded_at) values (new.case_file_id, new.unit_id, new.closed_at)
    on conflict (case_file_id) do update set unit_id = excluded.unit_id, concluded_at = excluded.concluded_at;
  end if;
  return null;
end $$;
create trigger archive_notes_opening after insert on cases.holding for each row execute function archive.note_holding();
create trigger archive_notes_closing after update of closed_at on cases.holding for each row
  when (old.closed_at is null and new.closing = 'concluded') execute function archive.note_holding();
insert into archive.waiting (case_file_id, unit_id, concluded_at)
  select distinct on (h.case_file_id) h.case_file_id, h.unit_id, h.closed_at
    from cases.holding h join cases.case_file c on c.id = h.case_file_id and c.state = 'normal'
   where h.closing = 'concluded' and not exists (select 1 from cases.holding o where o.case_file_id = h.case_file_id and o.closed_at is null)
   order by h.case_file_id, h.closed_at desc, h.id desc;

-- Which unit keeps the intermediate archive of an agency.
create table archive.agency_archive (
  agency_id bigint primary key references organization.agency,
  unit_id bigint not null references organization.unit,
  changed_at timestamptz not null,
  changed_by bigint not null references identity.account
);

-- A case file in an archive: where, why, in which phase, since which conclusion its years are counted.
create table archive.filing (
  id bigint generated always as identity primary key,
  case_file_id bigint not null references cases.case_file,
  -- Who keeps it now.
  unit_id bigint not null references organization.unit,
  phase text not null default 'current' check (phase in ('current', 'intermediate', 'permanent')),
  justification text not null check (length(justification) between 5 and 500),
  concluded_on date not null,
  term_id bigint references documents.document,
  filed_at timestamptz not null,
  filed_by bigint not null references identity.account,
  filed_unit_id bigint not null references organization.unit,
  ended_at timestamptz,
  ended_by bigint references identity.account,
  ending text check (ending in ('unarchived')),
  end_reason text check (length(end_reason) between 5 and 500),
  end_term_id bigint references documents.document,
  check (num_nonnulls(ended_at, ended_by, ending, end_reason) in (0, 4))
);
create unique index one_open_filing on archive.filing (case_file_id) where ended_at is null;
create index filing_by_unit on archive.filing (unit_id, concluded_on, id) where ended_at is null;

-- Facts from which years are counted where the class says so; recorded once, taken back with a reason, never changed.
create table archive.term_event (
  id bigint generated always as identity primary key,
  case_file_id bigint not null references cases.case_file,
  name text not null check (length(name) between 3 and 120),
  happened_on date not null,
  document_id bigint references documents.document,
  recorded_at timestamptz not null,
  recorded_by bigint not null references identity.account,
  withdrawn_at timestamptz,
  withdrawn_by bigint references identity.account,
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
create unique index one_fact_of_a_name on archive.term_event (case_file_id, name) where withdrawn_at is null;

-- A suspension of disposal: while it is open nothing of the case file is eliminated.
create table archive.hold (
  id bigint generated always as identity primary key,
  case_file_id bigint not null references cases.case_file,
  reason text not null check (length(reason) between 5 and 500),
  placed_at timestamptz not null,
  placed_by bigint not null references identity.account,
  placed_unit_id bigint not null references organization.unit,
  lifted_at timestamptz,
  lifted_by bigint references identity.account,
  lift_reason text check (length(lift_reason) between 5 and 500),
  check (num_nonnulls(lifted_at, lifted_by, lift_reason) in (0, 3))
);
create unique index one_open_hold on archive.hold (case_file_id) where lifted_at is null;

-- Elimination -------------------------------------------------------------------------------------------------------------

create table archive.listing (
  id bigint generated always as identity primary key,
  agency_id bigint not null references organization.agency,
  unit_id bigint not null references organization.unit,
  year int not null,
  number int not null check (number > 0),
  -- The case file in which listing, notice and term stand.
  case_file_id bigint not null references cases.case_file,
  listing_document_id bigint references documents.document,
  term_document_id bigint references documents.document,
  state text not null default 'draft' check (state in ('draft', 'signed', 'noticed', 'ordered', 'confirmed', 'executed', 'abandoned')),
  made_at timestamptz not null,
  made_by bigint not null references identity.account,
  notice_reference text check (length(notice_reference) between 5 and 300),
  notice_on date,
  notice_days int check (notice_days between 30 and 45),
  ordered_by bigint references identity.account,
  ordered_at timestamptz,
  confirmed_by bigint references identity.account,
  confirmed_unit_id bigint references organization.unit,
  confirmed_at timestamptz,
  executed_at timestamptz,
  abandon_reason text check (length(abandon_reason) between 5 and 500),
  unique (agency_id, year, number),
  check (num_nonnulls(notice_reference, notice_on, notice_days) in (0, 3)),
  check (state not in ('noticed', 'ordered', 'confirmed', 'executed') or notice_on is not null),
  check (state not in ('ordered', 'confirmed', 'executed') or num_nonnulls(ordered_by, ordered_at, term_document_id) = 3),
  check (state not in ('confirmed', 'executed') or num_nonnulls(confirmed_by, confirmed_unit_id, confirmed_at) = 3),
  -- Two people: who orders never confirms.
  constraint two_people_eliminate check (confirmed_by <> ordered_by)
);
create index listing_by_agency on archive.listing (agency_id, id desc);

-- Who signed the listing, each another person.
create table archive.listing_signature (
  listing_id bigint not null references archive.listing,
  role text not null check (role in ('responsible', 'president', 'authority')),
  account_id bigint not null references identity.account,
  name text not null,
  signed_at timestamptz not null,
  primary key (listing_id, role),
  constraint nobody_signs_twice unique (listing_id, account_id)
);
create trigger listing_signature_is_append_only before update or delete on archive.listing_signature
  for each row execute function platform.refuse_change();

create table archive.listing_item (
  listing_id bigint not null references archive.listing,
  case_file_id bigint not null references cases.case_file,
  position int not null,
  -- As they stood when it was listed.
  class_code text not null,
  final_on date not null,
  state text not null default 'listed' check (state in ('listed', 'contested', 'withdrawn', 'eliminated')),
  reason text check (length(reason) between 5 and 500),
  decided_at timestamptz,
  decided_by bigint references identity.account,
  primary key (listing_id, case_file_id),
  check (state = 'listed' or decided_at is not null),
  check (state not in ('contested', 'withdrawn') or reason is not null)
);
-- In one listing at a time.
create unique index in_one_listing on archive.listing_item (case_file_id) where state <> 'withdrawn';
create function archive.eliminated_stays() returns trigger language plpgsql as $$
begin
  raise exception 'what was eliminated stays so' using errcode = 'restrict_violation';
end $$;
create trigger eliminated_stays before update or delete on archive.listing_item for each row
  when (old.state = 'eliminated') execute function archive.eliminated_stays();

-- Whether the contents of a case file may be erased at this moment: listed in a listing that three people signed, announced
-- long enough ago, ordered by one and confirmed by another; its term over; under no hold; not contested.
create function archive.may_erase(case_file bigint, at timestamptz) returns boolean language sql stable as $$
  select exists (
    select 1 from archive.listing_item i
      join archive.listing l on l.id = i.listing_id
     where i.case_file_id = case_file and i.state = 'listed' and l.state = 'confirmed' and l.ordered_by <> l.confirmed_by
       and (select count(*) from archive.listing_signature s where s.listing_id = l.id) = 3
       and l.notice_on + l.notice_days < (at at time zone 'America/Sao_Paulo')::date
       and i.final_on < (at at time zone 'America/Sao_Paulo')::date)
    and not exists (select 1 from archive.hold h where h.case_file_id = case_file and h.lifted_at is null)
    and exists (select 1 from archive.filing f where f.case_file_id = case_file and f.ended_at is null and f.phase <> 'permanent')
    and exists (select 1 from cases.archiving a where a.case_file_id = case_file and a.ended_at is null) $$;

-- What is left of a document whose content was eliminated, beside its metadata: the term (TR-03).
alter table documents.document drop constraint document_state_check,
  add constraint document_state_check check (state in ('active', 'deleted', 'cancelled', 'eliminated'));
create table documents.elimination (
  document_id bigint primary key references documents.document,
  case_file_id bigint not null references cases.case_file,
  -- The nº SEI of the term of elimination.
  term text not null check (term ~ '^\d{7,}$'),
  eliminated_at timestamptz not null
);
create index elimination_by_case on documents.elimination (case_file_id);
create function documents.only_lawful_elimination() returns trigger language plpgsql as $$
begin
  if not archive.may_erase(new.case_file_id, new.eliminated_at)
     or not exists (select 1 from documents.document d where d.id = new.document_id and d.case_file_id = new.case_file_id) then
    raise exception 'the contents of case file % may not be eliminated', new.case_file_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger only_lawful_elimination before insert on documents.elimination for each row execute function documents.only_lawful_elimination();
create trigger elimination_is_append_only before update or delete on documents.elimination for each row execute function platform.refuse_change();
create trigger elimination_is_never_emptied before truncate on documents.elimination for each statement execute function platform.refuse_change();

-- What the seals say of texts that are no more: the digests under which they were sealed, and never the text itself.
create table documents.version_residue (
  document_id bigint not null references documents.elimination,
  number int not null,
  content_sha256 text not null check (content_sha256 ~ '^[0-9a-f]{64}$'),
  text_sha256 text not null check (text_sha256 ~ '^[0-9a-f]{64}$'),
  primary key (document_id, number)
);
create trigger version_residue_is_append_only before update or delete on documents.version_residue for each row execute function platform.refuse_change();
create table signatures.content_residue (
  sha256 bytea primary key,
  bytes_sha256 text not null check (bytes_sha256 ~ '^[0-9a-f]{64}$'),
  length int not null,
  document_id bigint not null references documents.elimination
);
create trigger content_residue_is_append_only before update or delete on signatures.content_residue for each row execute function platform.refuse_change();

-- Documents of which the sealed history itself tells the elimination, by the same term.
create view documents.lawfully_eliminated as
  select e.document_id, e.case_file_id, e.term, e.eliminated_at from documents.elimination e
   where exists (select 1 from history.event h
                  where h.case_file_id = e.case_file_id and h.kind = 'case-eliminated' and h.facts->>'term' = e.term);

-- The same of one document, by its keys alone.
create function documents.lawful_term(document bigint) returns text language plpgsql stable as $$
begin
  return (select e.term from documents.elimination e
           where e.document_id = document
             and exists (select 1 from history.event h
                          where h.case_file_id = e.case_file_id and h.kind = 'case-eliminated' and h.facts->>'term' = e.term));
end $$;

-- A text may be emptied when, and only when, its document is being eliminated and its digests were kept.
create function documents.version_is_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.content::text = '{"type":"doc","content":[]}' and new.plain_text = ''
     and (new.document_id, new.number, new.sha256, new.kind, new.saved_at, new.account_id, new.unit_id, new.tx)
       = (old.document_id, old.number, old.sha256, old.kind, old.saved_at, old.account_id, old.unit_id, old.tx)
     and exists (select 1 from documents.version_residue r where r.document_id = old.document_id and r.number = old.number
                   and r.content_sha256 = encode(sha256(convert_to(old.content::text, 'UTF8')), 'hex')
                   and r.text_sha256 = encode(sha256(convert_to(old.plain_text, 'UTF8')), 'hex')) then
    return new;
  end if;
  raise exception 'documents.version is append-only' using errcode = 'restrict_violation';
end $$;
drop trigger version_is_append_only on documents.version;
create trigger version_is_append_only before update or delete on documents.version for each row execute function documents.version_is_kept();
create function signatures.content_is_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.bytes = ''::bytea and (new.sha256, new.created_at, new.tx) = (old.sha256, old.created_at, old.tx)
     and exists (select 1 from signatures.content_residue r where r.sha256 = old.sha256
                   and r.bytes_sha256 = encode(sha256(old.bytes), 'hex') and r.length = length(old.bytes)) then
    return new;
  end if;
  raise exception 'signatures.signed_content is append-only' using errcode = 'restrict_violation';
end $$;
drop trigger signed_content_is_append_only on signatures.signed_content;
create trigger signed_content_is_append_only before update or delete on signatures.signed_content for each row execute function signatures.content_is_kept();

-- Answers of forms, the words of e-mails and the rows of lists of which documents were made go with their documents.
create function documents.form_answer_is_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and exists (select 1 from documents.elimination e where e.document_id = old.document_id) then return old; end if;
  raise exception 'documents.form_answer is append-only' using errcode = 'restrict_violation';
end $$;
drop trigger form_answer_is_append_only on documents.form_answer;
create trigger form_answer_is_append_only before update or delete on documents.form_answer for each row execute function documents.form_answer_is_kept();
create function issuing.email_is_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.message = '(conteúdo eliminado)'
     and (new.document_id, new.message_key, new.sender, new.subject, new.at, new.account_id, new.unit_id)
       = (old.document_id, old.message_key, old.sender, old.subject, old.at, old.account_id, old.unit_id)
     and exists (select 1 from documents.elimination e where e.document_id = old.document_id) then
    return new;
  end if;
  raise exception 'issuing.email is append-only' using errcode = 'restrict_violation';
end $$;
drop trigger email_is_append_only on issuing.email;
create trigger email_is_append_only before update or delete on issuing.email for each row execute function issuing.email_is_kept();

-- Files whose documents were eliminated: put aside once no row names them, deleted a day later if none does by then.
create table archive.file_removal (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  state text not null default 'waiting' check (state in ('waiting', 'aside')),
  since timestamptz not null
);
create index file_removal_to_do on archive.file_removal (state, since);

insert into classification.document_type (name, category, description, applies_to, internal)
values ('Termo de Arquivamento', 'Arquivo', 'Feito pelo sistema ao arquivar.', 'authored', true),
       ('Termo de Desarquivamento', 'Arquivo', 'Feito pelo sistema ao desarquivar.', 'authored', true),
       ('Listagem de Eliminação de Documentos', 'Arquivo', 'Feita pelo sistema com os processos a eliminar.', 'authored', true),
       ('Termo de Eliminação de Documentos', 'Arquivo', 'Feito pelo sistema ao eliminar.', 'authored', true)
on conflict (name) do nothing;
