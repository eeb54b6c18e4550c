import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'

/** Something that falls due, with whom to remind of it. */
export interface ReminderRow {
  kind: 'deadline' | 'return'
  unitAcronym: string
  unitSlug: string
  caseNumber: string
  caseDigits: string
  confidential: boolean
  /** Of a deadline. */
  text: string | null
  /** Of a return: the unit that asked for it. */
  askedBy: string | null
  dueOn: LocalDate
  dueTime: string | null
  recipients: string[]
}

/**
 * Takes up to so many reminders that are due and were not sent, and answers them. Written in the transaction that queues
 * the messages: whoever loses it has claimed nothing, and two nodes wait for each other at the unique key.
 */
export async function claimReminders(db: Database, today: LocalDate, now: Date, most: number): Promise<ReminderRow[]> {
  const deadlines = await db<{ id: string }[]>`
    insert into deadlines.reminder (deadline_id, due_on, queued_at)
    select d.id, d.due_on, ${now} from deadlines.deadline d
      join cases.case_file c on c.id = d.case_file_id and c.state <> 'deleted'
     where d.concluded_at is null and d.deleted_at is null and d.due_on between ${today}::date and ${today}::date + 60
       and d.due_on - deadlines.days_before(d.unit_id) <= ${today}::date
       and cardinality(${recipients(db, db`d.unit_id`)}) > 0
       and not exists (select 1 from deadlines.reminder r where r.deadline_id = d.id and r.due_on = d.due_on)
     order by d.due_on, d.id limit ${most}
    on conflict do nothing returning deadline_id as id`
  const movements = await db<{ id: string }[]>`
    insert into deadlines.reminder (movement_id, due_on, queued_at)
    select m.id, m.return_due, ${now} from routing.movement m
      join cases.case_file c on c.id = m.case_file_id and c.state <> 'deleted'
     where m.return_due between ${today}::date and ${today}::date + 60 and m.returned_at is null and m.recalled_at is null
       and m.return_due - deadlines.days_before(m.to_unit_id) <= ${today}::date
       and cardinality(${recipients(db, db`m.to_unit_id`)}) > 0
       and not exists (select 1 from deadlines.reminder r where r.movement_id = m.id and r.due_on = m.return_due)
     order by m.return_due, m.id limit ${most}
    on conflict do nothing returning movement_id as id`
  const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)
  if (deadlines.length + movements.length === 0) return []
  return db<ReminderRow[]>`
    select 'deadline' as kind, u.acronym as "unitAcronym", u.slug as "unitSlug", c.number as "caseNumber", c.digits as "caseDigits",
           c.effective_level = 'confidential' as confidential, d.text, null as "askedBy", d.due_on::text as "dueOn",
           to_char(d.due_time, 'HH24:MI') as "dueTime", ${recipients(db, db`d.unit_id`)} as recipients
      from deadlines.deadline d join cases.case_file c on c.id = d.case_file_id join organization.unit u on u.id = d.unit_id
     where d.id = any (${ids(deadlines)}::text[]::bigint[])
    union all
    select 'return', u.acronym, u.slug, c.number, c.digits, c.effective_level = 'confidential', null, o.acronym,
           m.return_due::text, null, ${recipients(db, db`m.to_unit_id`)}
      from routing.movement m join cases.case_file c on c.id = m.case_file_id
      join organization.unit u on u.id = m.to_unit_id join organization.unit o on o.id = m.from_unit_id
     where m.id = any (${ids(movements)}::text[]::bigint[])`
}

/** The e-mails of the unit; of what is confidential, those of its credential holders there, since others read the unit's. */
function recipients(db: Database, unit: ReturnType<Database>) {
  return db`case when c.effective_level = 'confidential'
    then array(select distinct a.email from cases.credential k join identity.account a on a.id = k.account_id
                where k.case_file_id = c.id and k.unit_id = ${unit} and k.ended_at is null
                  and a.disabled_at is null and a.email like '_%@_%')
    else array(select e.address from organization.unit_email e where e.unit_id = ${unit} order by e.id) end`
}

export interface SettingRow {
  /** Undefined row: nothing was said. Null days: no reminder. */
  unit: { daysBefore: number | null } | undefined
  agency: { daysBefore: number | null } | undefined
  emails: string[]
}

export async function selectSetting(db: Database, unitId: string, agencyId: string): Promise<SettingRow> {
  const [settings, emails] = await Promise.all([
    db<{ ofUnit: boolean; daysBefore: number | null }[]>`
      select unit_id is not null as "ofUnit", days_before as "daysBefore" from deadlines.reminder_setting
       where unit_id = ${unitId} or agency_id = ${agencyId}`,
    db<{ address: string }[]>`select address from organization.unit_email where unit_id = ${unitId} order by id`,
  ])
  return {
    unit: settings.find(({ ofUnit }) => ofUnit),
    agency: settings.find(({ ofUnit }) => !ofUnit),
    emails: emails.map(({ address }) => address),
  }
}

export async function upsertSetting(
  db: Database,
  of: { readonly unitId?: string; readonly agencyId?: string },
  daysBefore: number | undefined,
  by: string,
  now: Date,
): Promise<void> {
  await db`insert into deadlines.reminder_setting (unit_id, agency_id, days_before, changed_at, changed_by)
    values (${of.unitId ?? null}, ${of.agencyId ?? null}, ${daysBefore ?? null}, ${now}, ${by})
    on conflict (agency_id, unit_id) do update set days_before = excluded.days_before, changed_at = excluded.changed_at,
      changed_by = excluded.changed_by`
}

export async function deleteUnitSetting(db: Database, unitId: string): Promise<void> {
  await db`delete from deadlines.reminder_setting where unit_id = ${unitId}`
}
