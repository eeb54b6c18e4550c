-- Reading again, night by night, what lies on the disks: a byte that changed there is found before somebody needs it.
create schema operations;

create table operations.scrub (
  id bigint generated always as identity primary key,
  -- Each night a seventh of everything, by the day of the week.
  portion int not null check (portion between 0 and 6),
  began_at timestamptz not null,
  ended_at timestamptz,
  files int not null default 0 check (files >= 0),
  relations int not null default 0 check (relations >= 0),
  -- Whether the checker of PostgreSQL could be used, or tables were only read from end to end.
  checker text not null default 'reading' check (checker in ('amcheck', 'reading')),
  check (ended_at is null or ended_at >= began_at)
);
create index scrub_by_portion on operations.scrub (portion, id desc);

create table operations.damage (
  kind text not null check (kind in ('file-changed', 'file-missing', 'file-unreadable', 'relation')),
  -- SHA-256 of a file, or name of a table or an index.
  what text not null check (length(what) between 1 and 200),
  portion int not null check (portion between 0 and 6),
  told text not null check (length(told) <= 500),
  found_at timestamptz not null,
  -- It goes when a later night finds the same thing well.
  seen_at timestamptz not null,
  primary key (kind, what)
);

-- Whether any row still needs a stored file: of a document that was not eliminated, or of anything else that keeps files.
create function archive.is_named(file text) returns boolean language plpgsql stable as $$
begin
  return exists (select 1 from documents.file f where f.sha256 = file
                  and not exists (select 1 from documents.elimination e where e.document_id = f.document_id))
      or exists (select 1 from documents.image i where i.sha256 = file
                  and not exists (select 1 from documents.elimination e where e.document_id = i.document_id))
      or exists (select 1 from documents.waiting_file w where w.sha256 = file)
      or exists (select 1 from issuing.email_attachment a where a.sha256 = file
                  and not exists (select 1 from documents.elimination e where e.document_id = a.document_id))
      or exists (select 1 from mail.attachment a where a.sha256 = file)
      or exists (select 1 from guides.attachment a where a.sha256 = file)
      or exists (select 1 from printing.import p where p.sha256 = file)
      or exists (select 1 from register_import.import p where p.sha256 = file);
end $$;

create index image_by_hash on documents.image (sha256);
create index email_attachment_by_hash on issuing.email_attachment (sha256);
create index attachment_by_hash on mail.attachment (sha256);
