-- What the page of the system and the page of terms show first is found in the order in which it is shown.
create index damage_newest on operations.damage (found_at desc, what);
create index term_newest on auditing.term (decided_at desc nulls first, id desc);
