-- The same key with other words is another act, which must not be answered as if it had been done (T-14). Null for what
-- was answered before this column was there. A hash, since the words themselves belong to their capability alone.
alter table platform.answered_request add column content_hash bytea check (octet_length(content_hash) = 32);
