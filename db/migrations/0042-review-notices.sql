-- Reviews ring as other things do: one that is asked, its answer, and its end by a signature.
alter table notices.notice drop constraint notice_kind_check, add constraint notice_kind_check
  check (kind in ('assigned', 'to-sign', 'deadline', 'return', 'followed', 'comment', 'answer',
                  'review-asked', 'review-answered', 'review-ended'));
alter table notices.choice drop constraint choice_kind_check, add constraint choice_kind_check
  check (kind in ('assigned', 'to-sign', 'deadline', 'return', 'followed', 'comment', 'answer',
                  'review-asked', 'review-answered', 'review-ended'));

-- What the round looks for by day.
create index request_asked_lately on reviewing.request (asked_at) where state = 'open';
create index request_closed_lately on reviewing.request (closed_at) where state in ('approved', 'returned', 'signed');
