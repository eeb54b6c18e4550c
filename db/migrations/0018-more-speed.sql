-- What pages ask of tables that grow and had no index for it.

-- The page of the credentials of one document, in force or ended.
create index signature_credential_by_document on documents.signature_credential (document_id, granted_at);
-- Whether what a suspended case file waits for has moved since: by the awaited one, also what has ended.
create index suspension_ended on cases.suspension (case_file_id, ended_at) where ended_at is not null;
-- Searching within a case file passes over the index of documents that wait for a new one.
create index pending_by_document on search.pending (document_id) where document_id is not null;
