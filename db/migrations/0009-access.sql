-- The one rule of who may read, in SQL, for lists and search; src/capabilities/cases/access.rules.ts says the same for one
-- object, and a property test holds the two together over random worlds.

-- Installation parameters that are true or false (PRO-065: per-document levels inside).
create function platform.flag(flag_name text) returns boolean language sql stable parallel safe as $$
  select coalesce((select value = 'true'::jsonb from platform.setting where name = flag_name), false) $$;

create function platform.highest_level(a text, b text) returns text language sql immutable parallel safe as $$
  select case when 'confidential' in (a, b) then 'confidential' when 'restricted' in (a, b) then 'restricted' else 'public' end $$;

-- The level that governs the whole case file: with its documents' levels, unless each document keeps its own (PRO-065).
create function cases.governing_level(c cases.case_file, per_document boolean) returns text language sql immutable parallel safe as $$
  select case when per_document then c.level else c.effective_level end $$;

-- Whether the unit may have the case file in lists and results. Confidential ones are never listed by this rule:
-- only the pages made for credential holders show them.
create function cases.may_list(c cases.case_file, unit bigint, per_document boolean) returns boolean language sql stable parallel safe as $$
  select c.state <> 'deleted' and case cases.governing_level(c, per_document)
    when 'public' then true
    when 'restricted' then cases.passed(c.id, unit)
    else false end $$;

-- An authored document without any valid signature.
create function documents.is_draft(d documents.document) returns boolean language sql immutable parallel safe as $$
  select d.kind = 'authored' and d.signature_count = 0 $$;

-- Whether the content may be read by this person in this unit (core spec §10.3). For what is confidential the caller
-- must also have had the password confirmed.
create function documents.may_read(d documents.document, c cases.case_file, account bigint, unit bigint, per_document boolean)
returns boolean language sql stable parallel safe as $$
  select d.state = 'active' and c.state <> 'deleted'
     and case platform.highest_level(cases.governing_level(c, per_document), d.level)
           when 'confidential' then cases.holds_credential(c.id, account, unit)
           when 'restricted' then documents.is_draft(d) or cases.passed(c.id, unit)
           else true end
     and (not documents.is_draft(d) or d.unit_id in (select organization.lineage(unit))) $$;

-- The highest level among the documents of a case file; what `cases` joins with the case file's own (PRO-064).
create function documents.highest_level(case_file bigint) returns text language sql stable parallel safe as $$
  select coalesce((select case when bool_or(d.level = 'confidential') then 'confidential'
                               when bool_or(d.level = 'restricted') then 'restricted' else 'public' end
                     from documents.document d where d.case_file_id = case_file and d.state <> 'deleted'), 'public') $$;
