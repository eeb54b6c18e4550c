import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'

export interface WeeklyLine {
  dueOn: LocalDate
  isLate: boolean
  body: string
  number: string
  subject: string
  /** Acronym of the unit that follows the demand and asked this one; null: this one follows it. */
  askedBy: string | null
}

export interface WeeklyMail {
  unit: string
  slug: string
  recipients: string[]
  lines: WeeklyLine[]
  /** More than the mail tells one by one. */
  more: number
}

/**
 * Takes up to so many units that are written to this week and were not, and answers what each is told. In the transaction
 * that queues the mails: whoever loses it has claimed nothing. A mail is read by all of a unit and passed on: it tells of
 * demands in no case file, or in one that the whole unit may have in lists, and never of what is confidential.
 */
export async function claimWeekly(
  db: Database,
  week: { readonly of: LocalDate; readonly today: LocalDate; readonly until: LocalDate },
  now: Date,
  most: number,
): Promise<WeeklyMail[]> {
  return db<WeeklyMail[]>`
    with due as (
      select organization.current_unit(x.unit_id) as unit_id, x.id, x.due_on, x.body, x.number, x.subject, x.case_file_id, null::bigint as asked_by
        from demands.demand x where x.answered_on is null and x.due_on <= ${week.until}::date
      union all
      select organization.current_unit(s.unit_id), x.id, s.due_on, x.body, x.number, x.subject, x.case_file_id, x.unit_id
        from demands.sector s join demands.demand x on x.id = s.demand_id
       where s.returned_on is null and x.answered_on is null and s.due_on <= ${week.until}::date),
    told as (
      select d.* from due d left join cases.case_file c on c.id = d.case_file_id
       where d.case_file_id is null
          or (c.state <> 'deleted' and c.level <> 'confidential' and c.effective_level <> 'confidential'
              and cases.may_list(c, d.unit_id, (select platform.flag('per-document-internal'))))),
    claimed as (
      insert into demands.weekly_mail (unit_id, week_of, queued_at)
      select distinct t.unit_id, ${week.of}::date, ${now}::timestamptz from told t
       where exists (select from organization.unit_email e where e.unit_id = t.unit_id)
         and not exists (select from demands.weekly_mail w where w.unit_id = t.unit_id and w.week_of = ${week.of}::date)
       order by 1 limit ${most}
      on conflict do nothing returning unit_id)
    select u.acronym as unit, u.slug,
           array(select e.address from organization.unit_email e where e.unit_id = u.id order by e.id) as recipients,
           (select coalesce(jsonb_agg(to_jsonb(l)), '[]') from (
              select t.due_on as "dueOn", t.due_on < ${week.today}::date as "isLate", t.body, t.number, t.subject, a.acronym as "askedBy"
                from told t left join organization.unit a on a.id = t.asked_by where t.unit_id = u.id order by t.due_on, t.id limit 50) l) as lines,
           (select greatest(count(*) - 50, 0)::int from told t where t.unit_id = u.id) as more
      from claimed k join organization.unit u on u.id = k.unit_id`
}
