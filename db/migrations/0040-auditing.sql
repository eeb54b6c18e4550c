-- The trail of readings and acts, and the rules of what goes into it (AUD-010 to AUD-015; features 124 and 125).
create schema auditing;

-- What is recorded. Each resource is a key of the program's own list, whose words stand in the program.
create table auditing.rule (
  id bigint generated always as identity primary key,
  category text not null check (category in ('general', 'access', 'case-files', 'documents')),
  description text not null check (length(description) between 3 and 200),
  is_on boolean not null default true,
  resources text[] not null check (cardinality(resources) between 1 and 100)
);

-- What was changed in the rules, by whom: as they were after it.
create table auditing.rule_change (
  id bigint generated always as identity primary key,
  rule_id bigint not null references auditing.rule,
  at timestamptz not null,
  account_id bigint not null references identity.account,
  description text not null,
  is_on boolean not null,
  resources text[] not null
);
create index rule_change_by_rule on auditing.rule_change (rule_id, id desc);
create trigger rule_change_is_append_only before update or delete on auditing.rule_change for each row execute function platform.refuse_change();
create trigger rule_change_is_never_emptied before truncate on auditing.rule_change for each statement execute function platform.refuse_change();

-- One page shown or one act done. Nothing of what was typed, and no address: only its shape. No foreign keys: the rows are
-- written in bundles by their own statement, which must not wait for a case file that an act holds.
create table auditing.entry (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  account_id bigint,
  -- In whose place the person was acting.
  substituting text not null default '' check (length(substituting) <= 300),
  unit_id bigint,
  ip text not null check (length(ip) <= 60),
  user_agent text not null check (length(user_agent) <= 300),
  server text not null check (length(server) <= 100),
  resource text not null check (length(resource) <= 60),
  operation text not null check (length(operation) <= 200),
  case_file_id bigint,
  document_id bigint
);
create index entry_by_time on auditing.entry (at, id);
create index entry_by_account on auditing.entry (account_id, at, id);
create index entry_by_unit on auditing.entry (unit_id, at, id);
create index entry_by_resource on auditing.entry (resource, at, id);
create index entry_by_ip on auditing.entry (ip, at, id);
create index entry_by_case_file on auditing.entry (case_file_id, at, id) where case_file_id is not null;
create index entry_by_document on auditing.entry (document_id, at, id) where document_id is not null;
create trigger entry_is_append_only before update or delete on auditing.entry for each row execute function platform.refuse_change();
create trigger entry_is_never_emptied before truncate on auditing.entry for each statement execute function platform.refuse_change();

insert into auditing.rule (category, description, is_on, resources) values
  ('general', 'Atos, pesquisas e arquivos baixados', true,
   '{search,lists,exports,case-act,document-act,signing,sending,bundles,administration,other-act}'),
  ('general', 'Páginas de trabalho e consulta aos cadastros', false, '{desk,registers,other-page}'),
  ('access', 'Entradas, saídas e senhas', true, '{sign-in,sign-out,password,case-password}'),
  ('access', 'Consultas públicas, sem usuário', false, '{public-search,authenticity,public-page}'),
  ('case-files', 'Visualização de processos', true, '{case-file,case-history,case-page}'),
  ('documents', 'Visualização de documentos', true, '{document,document-file,document-pdf,document-versions,document-page}');

-- Whoever works in a unit with all the rights of signing sees who read the case files that lie there.
insert into identity.profile_permission (profile_id, permission)
  select id, 'auditing.readers' from identity.profile where name = 'Básico' on conflict do nothing;
