-- What each capability tells on the page of a case file. A function of one SELECT in the language SQL is planned anew at every
-- call; in PL/pgSQL its plan is kept (decision 14): five of them had come to half of the page's time in the database.

create or replace function agenda.told(case_file bigint, unit bigint) returns jsonb language plpgsql stable parallel safe as $$
begin
  return (
  select coalesce(jsonb_agg(to_jsonb(e) order by e.at desc), '[]') from (
    (select 'commitment' as what, x.id, o.title, lower(x.during) as at, x.state from agenda.commitment x
       join identity.office o on o.id = x.office_id
      where x.case_file_id = case_file and o.unit_id in (select organization.lineage(unit)) order by x.id desc limit 20)
    union all
    (select 'request', x.id, o.title, x.registered_at, x.state from agenda.request x join identity.office o on o.id = x.office_id
      where x.case_file_id = case_file and x.state <> 'accepted' and o.unit_id in (select organization.lineage(unit))
      order by x.id desc limit 20)) e);
end $$;

create or replace function demands.told(case_file bigint, unit bigint) returns jsonb language plpgsql stable parallel safe as $$
begin
  return (
  select coalesce(jsonb_agg(to_jsonb(e) order by e."dueOn"), '[]') from (
    select x.id, x.body, x.number, x.due_on as "dueOn", x.answered_on as "answeredOn", s.due_on as "sectorDueOn"
      from demands.demand x
      left join lateral (select min(s.due_on) as due_on, count(*) as asked from demands.sector s
                          where s.demand_id = x.id and s.unit_id in (select organization.lineage(unit))) s on true
     where x.case_file_id = case_file and (x.unit_id in (select organization.lineage(unit)) or s.asked > 0)
     order by x.answered_on is not null, x.due_on limit 20) e);
end $$;

create or replace function mailroom.told(case_file bigint, unit bigint) returns jsonb language plpgsql stable parallel safe as $$
begin
  return (
  select coalesce(jsonb_agg(to_jsonb(e) order by e.id desc), '[]')
    from (select x.id, x.number, x.year, x.sender, x.received_at as "receivedAt", x.state from mailroom.entry x
           where x.case_file_id = case_file and x.unit_id in (select organization.lineage(unit)) order by x.id desc limit 20) e);
end $$;

create or replace function projects.told(case_file bigint, unit bigint) returns jsonb language plpgsql stable parallel safe as $$
begin
  return (
  select coalesce(jsonb_agg(to_jsonb(e) order by e."plannedUntil", e.id), '[]') from (
    select x.id, p.id as "projectId", p.name as project, p.state as "projectState", x.name, x.planned_from as "plannedFrom",
           x.planned_until as "plannedUntil", x.begun_on as "begunOn", x.ended_on as "endedOn", x.percent,
           x.is_milestone as "isMilestone", x.is_cancelled as "isCancelled"
      from projects.activity x join projects.project p on p.id = x.project_id
     where x.case_file_id = case_file
       and exists (select from projects.participating_unit m
                    where m.project_id = p.id and m.unit_id in (select organization.lineage(unit)))
     order by x.planned_until desc, x.id desc limit 20) e);
end $$;

create or replace function work_plans.told(case_file bigint) returns jsonb language plpgsql stable parallel safe as $$
begin
  return (
  select jsonb_build_object('id', a.id::text, 'planId', p.id::text, 'planName', p.name, 'description', p.description,
           'since', (a.since at time zone 'America/Sao_Paulo')::date::text,
           'items', coalesce((
             select jsonb_agg(jsonb_build_object('id', i.id::text, 'name', i.name, 'stepId', s.id::text, 'stepName', s.name,
                      'days', i.days, 'state', g.state,
                      'typeIds', array(select t.document_type_id::text from work_plans.item_document_type t where t.item_id = i.id),
                      'documentIds', array(select d.document_id::text from work_plans.item_document d
                                            where d.association_id = a.id and d.item_id = i.id order by d.document_id))
                      order by s.position, s.id, i.position, i.id)
               from work_plans.step s join work_plans.item i on i.step_id = s.id
               left join work_plans.progress g on g.association_id = a.id and g.item_id = i.id
              where s.plan_id = a.plan_id and (i.deactivated_at is null and s.deactivated_at is null or g.state is not null)), '[]'))
    from work_plans.association a join work_plans.plan p on p.id = a.plan_id
   where a.case_file_id = case_file and a.ended_at is null);
end $$;
