-- Signatures by digital certificate stand beside those by password.
alter table signatures.signature drop constraint signature_method_check, add constraint signature_method_check
  check (method in ('password', 'certificate'));
-- What the statement says of the certificate: {cms, emissor, raiz, revogacao, serie, tentativa, titular}. The CMS itself is
-- kept in signed_content, under the SHA-256 that stands here as `cms`.
alter table signatures.signature add column certificate jsonb,
  add constraint signature_certificate_check check ((method = 'certificate') = (certificate is not null)
    and (certificate is null or (certificate ?& array['cms', 'emissor', 'raiz', 'revogacao', 'serie', 'tentativa', 'titular']
                                 and certificate->>'cms' ~ '^[0-9a-f]{64}$')));

-- Declarations that were handed out to be signed in the signer's own program. One is spent by the signature that comes of
-- it, and worth nothing after its time.
create table signatures.attempt (
  token text primary key check (token ~ '^[A-Za-z0-9_-]{20,64}$'),
  account_id bigint not null references identity.account,
  document_id bigint not null references documents.document,
  -- What was shown to who signs.
  version int not null,
  text_sha256 bytea not null check (length(text_sha256) = 32),
  capacity text not null check (length(capacity) <= 200),
  -- The very words whose UTF-8 bytes are to be signed.
  declaration text not null check (length(declaration) <= 8000),
  expires_at timestamptz not null
);
create index attempt_by_account on signatures.attempt (account_id, document_id);
create index attempt_by_document on signatures.attempt (document_id);
create index attempt_by_end on signatures.attempt (expires_at);
