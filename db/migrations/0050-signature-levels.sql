-- The least that a signature must be for documents of a type (Decreto 10.543/2020 art. 4º). A personal password signs with the
-- second level: what could be signed until now still can.
alter table classification.document_type add column signature_level text not null default 'advanced'
  constraint document_type_signature_level_check check (signature_level in ('simple', 'advanced', 'qualified'));
