-- The weekly mail of what outside bodies demand, to the e-mails of each unit: one for a unit and a week (FLX-063; feature 69).
create table demands.weekly_mail (
  unit_id bigint not null references organization.unit,
  -- The Monday of the week.
  week_of date not null check (extract(isodow from week_of) = 1),
  queued_at timestamptz not null,
  primary key (unit_id, week_of)
);
create index sector_due on demands.sector (unit_id, due_on) where returned_on is null;
