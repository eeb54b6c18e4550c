-- Words that are recognized in the pictures of scanned pages, page by page, by whichever node has time for it.

alter table documents.extracted_text
  add pages int check (pages >= 0),
  -- The page that is read next. Without it nothing is left to recognize; 0 begins with asking the file again.
  add next_page int check (next_page >= 0),
  -- Pages that could not be read: damaged, too large, or too slow.
  add unread_pages int not null default 0 check (unread_pages >= 0),
  -- Who has taken a scan and dies leaves it to others when this moment has passed.
  add claimed_until timestamptz,
  add attempts smallint not null default 0;

-- Those that wait are few among the many that are read; who has waited longest is next.
create index scan_waiting on documents.extracted_text (extracted_at, document_id) where next_page is not null;

-- What was included where no program could recognize words is found by them from now on.
update documents.extracted_text e set next_page = 0
  from documents.file f
 where f.document_id = e.document_id and f.replaced_at is null and f.sha256 = e.sha256 and e.method = 'none'
   and f.extension in ('pdf', 'png', 'jpg', 'gif', 'webp');
