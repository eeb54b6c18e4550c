-- What pages show first, and what nightly work takes away, is found by an index.
create index damage_newest on operations.damage (found_at desc, what);
create index damage_of_portion on operations.damage (portion, seen_at);
create index scrub_oldest on operations.scrub (began_at);
create index term_newest on auditing.term (decided_at desc nulls first, id desc);

-- Entries of the trail that were moved to a file are needed like any other.
create or replace function archive.is_named(file text)
 returns boolean language plpgsql stable as $$
begin
  return exists (select 1 from documents.file f where f.sha256 = file
                  and not exists (select 1 from documents.elimination e where e.document_id = f.document_id))
      or exists (select 1 from documents.image i where i.sha256 = file
                  and not exists (select 1 from documents.elimination e where e.document_id = i.document_id))
      or exists (select 1 from documents.waiting_file w where w.sha256 = file)
      or exists (select 1 from auditing.removal r where r.file_sha256 = file)
      or exists (select 1 from documents.striping s where s.made_sha256 = file and s.state = 'made'
                  and not exists (select 1 from documents.elimination e where e.document_id = s.document_id))
      or exists (select 1 from issuing.email_attachment a where a.sha256 = file
                  and not exists (select 1 from documents.elimination e where e.document_id = a.document_id))
      or exists (select 1 from mail.attachment a where a.sha256 = file)
      or exists (select 1 from guides.attachment a where a.sha256 = file)
      or exists (select 1 from printing.import p where p.sha256 = file)
      or exists (select 1 from register_import.import p where p.sha256 = file);
end $$;
