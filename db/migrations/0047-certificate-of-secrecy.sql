-- The document by which a unit certifies that a case file, or a document of it, is not public (QUE-36).
insert into classification.document_type (name, category, description, applies_to, internal)
values ('Certidão de Sigilo', 'Certidões', 'Feita pelo sistema: nível de acesso, fundamento, desde quando e por quem.', 'authored', true)
on conflict (name) do nothing;
