-- Signing by the electronic signature of gov.br (core feature 88): advanced, with a certificate that the service keeps.
alter table signatures.signature drop constraint signature_method_check, add constraint signature_method_check
  check (method in ('password', 'certificate', 'gov-br'));
alter table signatures.signature drop constraint signature_certificate_check, add constraint signature_certificate_check
  check ((method in ('certificate', 'gov-br')) = (certificate is not null)
    and (certificate is null or (certificate ?& array['cms', 'emissor', 'raiz', 'revogacao', 'serie', 'tentativa', 'titular']
                                 and certificate->>'cms' ~ '^[0-9a-f]{64}$')));

-- Somebody who goes to gov.br to authorize signatures there. Belongs to one account in one session; spent by the signatures.
create table signatures.gov_br_visit (
  token text primary key check (token ~ '^[A-Za-z0-9_-]{20,64}$'),
  account_id bigint not null references identity.account,
  -- SHA-256 of the cookie of the session that set out.
  session_hash bytea not null check (length(session_hash) = 32),
  capacity text not null check (length(capacity) <= 200),
  -- The page to return to, as /blocos/12; empty for none.
  back text not null default '' check (length(back) <= 60),
  -- Of the word that comes back with who left last. Taken once.
  state_hash bytea unique check (length(state_hash) = 32),
  state_expires_at timestamptz,
  expires_at timestamptz not null,
  check ((state_hash is null) = (state_expires_at is null))
);
create index gov_br_visit_by_account on signatures.gov_br_visit (account_id);
create index gov_br_visit_by_end on signatures.gov_br_visit (expires_at);

-- The declarations that are to be signed there; those without a visit are signed in the signer's own program.
alter table signatures.attempt add column visit text references signatures.gov_br_visit on delete cascade;
create index attempt_by_visit on signatures.attempt (visit) where visit is not null;
