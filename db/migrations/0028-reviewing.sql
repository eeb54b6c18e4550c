-- Review of drafts (core spec, FLX-061; features 51, 73 and 109): somebody is asked to review a draft, comments on its
-- passages and suggests other words. Nothing of it is in the text: versions, output, search and signatures never hold it.

-- A draft of another unit is read by who was asked to review it, for as long as the answer is waited for.
create table documents.review_reader (
  id bigint generated always as identity primary key,
  document_id bigint not null references documents.document,
  account_id bigint not null references identity.account,
  unit_id bigint not null references organization.unit,
  since timestamptz not null,
  until timestamptz check (until >= since)
);
create unique index one_review_reading on documents.review_reader (document_id, account_id, unit_id) where until is null;

create function documents.reviews(document bigint, account bigint, unit bigint) returns boolean language plpgsql stable parallel safe as $$
begin
  return exists (select 1 from documents.review_reader r
                  where r.document_id = document and r.account_id = account and r.until is null
                    and r.unit_id in (select organization.lineage(unit)));
end $$;

-- As before (0015), and moreover: a draft is read by who was asked to review it.
create or replace function documents.may_read(d documents.document, c cases.case_file, account bigint, unit bigint, per_document boolean)
returns boolean language sql stable parallel safe as $$
  select d.state = 'active' and c.state <> 'deleted'
     and case when documents.is_draft(d)
           then d.unit_id in (select organization.lineage(unit)) or documents.may_sign_by_credential(d.id, account, unit)
             or documents.reviews(d.id, account, unit)
             or platform.highest_level(cases.governing_level(c, per_document), d.level) <> 'confidential'
                and (documents.co_signs(d.id, unit) or cases.reads_for_now(c.id, unit))
           else true end
     and case platform.highest_level(cases.governing_level(c, per_document), d.level)
           when 'confidential' then cases.holds_credential(c.id, account, unit)
           when 'restricted' then documents.is_draft(d) or cases.passed(c.id, unit) or cases.reads_for_now(c.id, unit)
             or documents.co_signs_in(c.id, unit)
           else true end $$;

create schema reviewing;

-- A review that was asked of a person in one of the units where they work. Asked again, or of another, it is another row.
create table reviewing.request (
  id bigint generated always as identity primary key,
  document_id bigint not null references documents.document,
  reviewer_id bigint not null references identity.account,
  reviewer_unit_id bigint not null references organization.unit,
  asked_by bigint not null references identity.account,
  asked_unit_id bigint not null references organization.unit,
  asked_at timestamptz not null,
  message text not null check (length(message) <= 2000),
  due_on date,
  version int not null,
  state text not null default 'open' check (state in ('open', 'approved', 'returned', 'withdrawn', 'reassigned', 'signed')),
  closed_at timestamptz check (closed_at >= asked_at),
  closed_by bigint references identity.account,
  answer text not null default '' check (length(answer) <= 2000),
  -- What was in front of who answered.
  answered_version int,
  answered_sha256 bytea check (octet_length(answered_sha256) = 32),
  check ((state = 'open') = (closed_at is null) and (closed_at is null) = (closed_by is null)),
  check ((state in ('approved', 'returned')) = (answered_version is not null)),
  check ((answered_version is null) = (answered_sha256 is null)),
  check (answer = '' or state in ('approved', 'returned'))
);
create unique index one_open_request on reviewing.request (document_id, reviewer_id) where state = 'open';
create index request_by_document on reviewing.request (document_id, id);
create index request_by_reviewer on reviewing.request (reviewer_id, id) where state = 'open';
create index answered_by_reviewer on reviewing.request (reviewer_id, id) where state in ('approved', 'returned');
create index request_by_asker on reviewing.request (asked_by, id);
create index answered_to_asker on reviewing.request (asked_by, closed_at) where state in ('approved', 'returned');

-- What is answered or withdrawn stays as it was answered.
create function reviewing.keep_closed() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.state <> 'open' then raise exception 'a review that is closed stays as it is'; end if;
  return new;
end $$;
create trigger closed_request_stays before update or delete on reviewing.request for each row execute function reviewing.keep_closed();

-- What is said about a passage, or the other words suggested for it. The passage is known by its words and what stands
-- around them, so that it is found again after the text was changed.
create table reviewing.thread (
  id bigint generated always as identity primary key,
  document_id bigint not null references documents.document,
  version int not null,
  passage int not null check (passage >= 0),
  quote text not null check (length(quote) between 1 and 8000),
  before text not null check (length(before) <= 32),
  after text not null check (length(after) <= 32),
  -- Null: a comment. Empty: the passage should go.
  suggestion text check (length(suggestion) <= 8000 and suggestion <> quote),
  account_id bigint not null references identity.account,
  unit_id bigint not null references organization.unit,
  at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'resolved', 'accepted', 'rejected')),
  settled_by bigint references identity.account,
  settled_at timestamptz check (settled_at >= at),
  check ((state = 'open') = (settled_at is null) and (settled_at is null) = (settled_by is null)),
  check (state = 'open' or (state = 'resolved') = (suggestion is null))
);
create index thread_by_document on reviewing.thread (document_id, id);
create index open_suggestion on reviewing.thread (document_id) where state = 'open' and suggestion is not null;

-- Whose it is and what it says is never changed; a suggestion that was decided stays decided.
create function reviewing.keep_thread() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.state in ('accepted', 'rejected')
     or (old.document_id, old.version, old.passage, old.quote, old.before, old.after, old.account_id, old.unit_id, old.at)
        is distinct from (new.document_id, new.version, new.passage, new.quote, new.before, new.after, new.account_id, new.unit_id, new.at)
     or old.suggestion is distinct from new.suggestion
  then raise exception 'what was said in a review stays as it was said'; end if;
  return new;
end $$;
create trigger thread_stays before update or delete on reviewing.thread for each row execute function reviewing.keep_thread();

create table reviewing.reply (
  id bigint generated always as identity primary key,
  thread_id bigint not null references reviewing.thread,
  text text not null check (length(text) between 1 and 2000),
  account_id bigint not null references identity.account,
  unit_id bigint not null references organization.unit,
  at timestamptz not null
);
create index reply_by_thread on reviewing.reply (thread_id, id);
create trigger reply_is_append_only before update or delete on reviewing.reply for each row execute function platform.refuse_change();

-- What somebody is writing in the mode of suggestions and has not sent: one a person and document, as drafts are.
create table reviewing.suggesting (
  document_id bigint not null references documents.document,
  account_id bigint not null references identity.account,
  base_version int not null,
  content json not null,
  saved_at timestamptz not null,
  session text not null,
  sequence bigint not null,
  primary key (document_id, account_id)
);

-- How the review of a document stands, for its own page and for signing: one row whatever was said.
create function reviewing.state_of(document bigint, current_version int) returns jsonb language plpgsql stable parallel safe as $$
begin
  return (
    select jsonb_build_object(
             'waiting', coalesce((select jsonb_agg(coalesce(a.social_name, a.name) order by r.id)
                                    from reviewing.request r join identity.account a on a.id = r.reviewer_id
                                   where r.document_id = document and r.state = 'open'), '[]'),
             'lastAnswer', l.state, 'lastReviewer', l.name, 'lastVersion', l.answered_version,
             'isCurrent', l.answered_sha256 is not distinct from v.sha256,
             'openComments', t.comments, 'openSuggestions', t.suggestions, 'total', t.total)
      from (select count(*) filter (where x.state = 'open' and x.suggestion is null) as comments,
                   count(*) filter (where x.state = 'open' and x.suggestion is not null) as suggestions, count(*) as total
              from reviewing.thread x where x.document_id = document) t
      left join lateral (
        select r.state, r.answered_version, r.answered_sha256, coalesce(a.social_name, a.name) as name
          from reviewing.request r join identity.account a on a.id = r.reviewer_id
         where r.document_id = document and r.state in ('approved', 'returned') order by r.closed_at desc, r.id desc limit 1) l on true
      left join documents.version v on v.document_id = document and v.number = current_version);
end $$;
