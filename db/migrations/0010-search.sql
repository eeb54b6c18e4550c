-- Search: the words of a text, what has to be indexed again after an act, and what the public face may show.

-- The words of a text as they are looked for. Numbers are kept by their digits too, because the parser cuts
-- '00001.000123/2026-11' at unlucky places; what is no word (base64, digests) is left out. A text too rich in words for
-- one tsvector is indexed by its beginning rather than not at all.
create function search.words_of(t text) returns tsvector language plpgsql immutable strict as $$
declare
  plain text := platform.norm_pt(regexp_replace(t, '\S{100,}', ' ', 'g'));
  numbers text[];
  words tsvector;
begin
  select array_agg(distinct digits) into numbers
    from (select regexp_replace(match[1], '\D', '', 'g') as digits
            from regexp_matches(plain, '\d[\d./-]+\d', 'g') match limit 5000) n
   where length(digits) between 5 and 30;
  words := to_tsvector('portuguese', plain) || array_to_tsvector(coalesce(numbers, '{}'));
  -- A tsvector holds 1 MB; there must be room for the title that is put before it.
  if pg_column_size(words) > 900000 then return search.words_of(left(t, length(t) / 2)); end if;
  return words;
exception when program_limit_exceeded then
  return search.words_of(left(t, length(t) / 2));
end $$;

-- One cheap insert each, in the act's transaction: no act without its place in the queue, no index built in the act.
create function search.note_document() returns trigger language plpgsql as $$
begin
  insert into search.pending (document_id) values (new.id);
  return null;
end $$;
create function search.note_document_part() returns trigger language plpgsql as $$
begin
  insert into search.pending (document_id) values (new.document_id);
  return null;
end $$;
create function search.note_case() returns trigger language plpgsql as $$
begin
  insert into search.pending (case_file_id) values (new.id);
  return null;
end $$;
create function search.note_case_part() returns trigger language plpgsql as $$
begin
  insert into search.pending (case_file_id) values (coalesce(new.case_file_id, old.case_file_id));
  return null;
end $$;
create function search.note_documents_of_case() returns trigger language plpgsql as $$
begin
  insert into search.pending (document_id) select d.id from documents.document d where d.case_file_id = new.id;
  return null;
end $$;
create function search.note_parties() returns trigger language plpgsql as $$
begin
  insert into search.pending (case_file_id) select distinct case_file_id from changed;
  insert into search.pending (document_id)
    select d.id from documents.document d where d.case_file_id in (select case_file_id from changed);
  return null;
end $$;
create function search.note_passage() returns trigger language plpgsql as $$
begin
  insert into search.pending (case_file_id) values (new.case_file_id);
  -- Only what is restricted is found by where it passed.
  insert into search.pending (document_id)
    select d.id from cases.case_file c join documents.document d on d.case_file_id = c.id
     where c.id = new.case_file_id and 'restricted' in (c.level, c.effective_level);
  return null;
end $$;
create function search.note_contact() returns trigger language plpgsql as $$
begin
  insert into search.pending (case_file_id) select p.case_file_id from cases.interested_party p where p.contact_id = new.id;
  return null;
end $$;

create trigger search_notes_new after insert on documents.document for each row execute function search.note_document();
create trigger search_notes_change after update on documents.document for each row
  when ((old.case_file_id, old.document_type_id, old.unit_id, old.dated_on, old.type_number, old.description, old.tree_name,
         old.level, old.version, old.signature_count, old.state)
        is distinct from
        (new.case_file_id, new.document_type_id, new.unit_id, new.dated_on, new.type_number, new.description, new.tree_name,
         new.level, new.version, new.signature_count, new.state))
  execute function search.note_document();
create trigger search_notes_text after insert or update of text on documents.extracted_text for each row
  execute function search.note_document_part();
create trigger search_notes_replacement after update of replaced_at on documents.file for each row
  execute function search.note_document_part();

create trigger search_notes_new after insert on cases.case_file for each row execute function search.note_case();
create trigger search_notes_change after update on cases.case_file for each row
  when ((old.agency_id, old.unit_id, old.case_type_id, old.summary, old.filed_on, old.level, old.effective_level,
         old.state = 'deleted')
        is distinct from
        (new.agency_id, new.unit_id, new.case_type_id, new.summary, new.filed_on, new.level, new.effective_level,
         new.state = 'deleted'))
  execute function search.note_case();
create trigger search_notes_documents after update on cases.case_file for each row
  when ((old.case_type_id, old.level, old.effective_level, old.state = 'deleted')
        is distinct from (new.case_type_id, new.level, new.effective_level, new.state = 'deleted'))
  execute function search.note_documents_of_case();
create trigger search_notes_observation after insert or update of text or delete on cases.observation for each row
  execute function search.note_case_part();
create trigger search_notes_passage after insert on cases.passage for each row execute function search.note_passage();
create trigger search_notes_new_parties after insert on cases.interested_party
  referencing new table as changed for each statement execute function search.note_parties();
create trigger search_notes_gone_parties after delete on cases.interested_party
  referencing old table as changed for each statement execute function search.note_parties();
create trigger search_notes_name after update of name on people.contact for each row
  when (old.name is distinct from new.name) execute function search.note_contact();

-- Whether all the case files to which this one is annexed, directly or not, are public themselves (PP-11).
create function search.annexed_to_public(case_file bigint) returns boolean language sql stable parallel safe as $$
  with recursive up(id) as (
    select x.principal_id from cases.annexation x where x.annexed_id = case_file and x.undone_at is null
    union
    select x.principal_id from up join cases.annexation x on x.annexed_id = up.id and x.undone_at is null
  ) select not exists (select 1 from up join cases.case_file c on c.id = up.id
                        where c.level <> 'public' or c.effective_level = 'confidential' or c.state = 'deleted') $$;

-- The one rule of what the public face may show (PRO-065, PRO-066, PP-10 to PP-21): a case file that is public itself and
-- holds nothing confidential; in it, document by document, what is public, in force, and signed or a file.
create function search.public_case(c cases.case_file, hidden_types bigint[]) returns boolean language sql stable parallel safe as $$
  select c.state <> 'deleted' and c.level = 'public' and c.effective_level <> 'confidential'
     and c.case_type_id <> all (hidden_types) and (c.state <> 'annexed' or search.annexed_to_public(c.id)) $$;
create function search.public_document(d documents.document) returns boolean language sql immutable parallel safe as $$
  select d.state = 'active' and d.level = 'public' and not documents.is_draft(d) $$;

-- Whether the content is not older than the installation lets the public read (PP-13): by inclusion for a file, by the
-- first signature for what was written here.
create function search.content_shown(d documents.document, content_from date) returns boolean language sql stable parallel safe as $$
  select content_from is null
      or case d.kind when 'uploaded' then d.created_at
              else (select min(s.signed_at) from signatures.signature s where s.document_id = d.id) end
         >= content_from::timestamp at time zone 'America/Sao_Paulo' $$;
