-- Reviews that a signature ended, as their reviewer finds them.
create index request_signed on reviewing.request (reviewer_id, id) where state = 'signed';
