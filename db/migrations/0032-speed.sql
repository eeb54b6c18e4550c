-- A function of one SELECT that cannot be written into its caller is planned anew at each call. In plpgsql the plan is
-- kept; planning this one cost the page of a case file more than all else in its summary.
create or replace function guides.released_for(case_type bigint) returns jsonb
language plpgsql stable parallel safe as $$
begin
  return (select coalesce(jsonb_agg(x order by lower(platform.plain(x.title)), x.id), '[]')
    from (select g.id::text, v.title, u.acronym as "unitAcronym"
            from guides.version_type k
            join guides.version v on v.id = k.version_id and v.state = 'released'
            join guides.guide g on g.id = v.guide_id and g.deleted_at is null
            join organization.unit u on u.id = g.unit_id
           where k.case_type_id = case_type
           order by v.id desc limit 50) x);
end $$;
