import type { Actor } from '../../../platform/actor.ts'
import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { isOpened, mayKnow } from '../../cases/index.ts'
import type { Counting } from '../counting/count-days.rules.ts'
import type { Deadline } from '../deadline.ts'

interface DeadlineRow {
  id: string
  caseFileId: string
  caseNumber: string
  caseDigits: string
  text: string
  dueOn: LocalDate
  dueTime: string | null
  countedFrom: LocalDate | null
  countedDays: number | null
  counting: Counting | null
  setByName: string
  setByLogin: string
  setAt: Date
  concludedAt: Date | null
  concludedByName: string | null
}

/** What every reading of deadlines selects; `d` is the deadline. Its words are told after the password alone. */
const columns = (db: Database, actor: Actor, now: Date) => db`
  d.id, d.case_file_id as "caseFileId", c.number as "caseNumber", c.digits as "caseDigits",
  case when ${isOpened(db, actor, now)} then d.text else '(sigiloso)' end as text, d.due_on::text as "dueOn",
  to_char(d.due_time, 'HH24:MI') as "dueTime", d.counted_from::text as "countedFrom", d.counted_days as "countedDays", d.counting,
  coalesce(a.social_name, a.name) as "setByName", a.login as "setByLogin", d.set_at as "setAt",
  d.concluded_at as "concludedAt", coalesce(b.social_name, b.name) as "concludedByName"`

/**
 * The deadlines of the actor's unit, `d`, with all that names them. Those of a confidential case file are there for who
 * holds a credential alone.
 */
const ofUnit = (db: Database, actor: Actor) => db`
  from deadlines.deadline d
  join cases.case_file c on c.id = d.case_file_id and c.state <> 'deleted'
   and ${mayKnow(db, actor)}
  join identity.account a on a.id = d.set_by
  left join identity.account b on b.id = d.concluded_by
  where d.unit_id = ${actor.unitId} and d.deleted_at is null`

type Condition = ReturnType<typeof ofUnit>

/** Deadlines of the actor's unit under further conditions, which speak of `d`, `c` and `a`; `tail` orders and limits. */
export async function selectDeadlines(
  db: Database,
  actor: Actor,
  condition: Condition,
  tail: Condition,
  now: Date,
): Promise<Deadline[]> {
  const rows = await db<DeadlineRow[]>`select ${columns(db, actor, now)} ${ofUnit(db, actor)} ${condition} ${tail}`
  return rows.map(deadlineOf)
}

export async function countDeadlines(db: Database, actor: Actor, condition: Condition, most: number): Promise<number> {
  const [row] = await db<{ total: number }[]>`select ${deadlineCount(db, actor, condition, most)} as total`
  return row?.total ?? 0
}

/** How many there are under a condition: a part of a statement. */
export const deadlineCount = (db: Database, actor: Actor, condition: Condition, most: number) => db`
  (select count(*)::int from (select 1 ${ofUnit(db, actor)} ${condition} limit ${most}) counted)`

/** Those of these ids that are the unit's, soonest first. */
export function selectByIds(db: Database, actor: Actor, ids: readonly string[], now: Date): Promise<Deadline[]> {
  return selectDeadlines(
    db,
    actor,
    db`and d.id = any (${[...ids]}::text[]::bigint[])`,
    db`order by d.due_on, d.due_time nulls last, d.id limit 1000`,
    now,
  )
}

/** Those of these case files: the open ones alone, or all of them with the open ones first. */
export function selectOfCases(
  db: Database,
  actor: Actor,
  caseFileIds: readonly string[],
  which: 'open' | 'all',
  now: Date,
): Promise<Deadline[]> {
  return selectDeadlines(
    db,
    actor,
    db`and d.case_file_id = any (${[...caseFileIds]}::text[]::bigint[]) ${which === 'open' ? db`and d.concluded_at is null` : db``}`,
    db`order by d.concluded_at is not null, d.due_on, d.due_time nulls last, d.id limit 1000`,
    now,
  )
}

export async function countOpen(
  db: Database,
  unitId: string,
  caseFileIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await db<{ id: string; total: number }[]>`
    select case_file_id as id, count(*)::int as total from deadlines.deadline
     where unit_id = ${unitId} and case_file_id = any (${[...caseFileIds]}::text[]::bigint[])
       and deleted_at is null and concluded_at is null
     group by case_file_id`
  return new Map(rows.map(({ id, total }) => [id, total]))
}

/** What a deadline says: its text, its day and hour, and how the day was found. */
export interface DeadlineContent {
  readonly text: string
  readonly dueOn: LocalDate
  readonly dueTime: string | undefined
  readonly count: Deadline['count']
}

export async function insertDeadlines(
  db: Database,
  actor: Actor,
  caseFileIds: readonly string[],
  { text, dueOn, dueTime, count }: DeadlineContent,
  now: Date,
): Promise<void> {
  await db`insert into deadlines.deadline
      (case_file_id, unit_id, text, due_on, due_time, counted_from, counted_days, counting, set_at, set_by)
    select c::bigint, ${actor.unitId}, ${text}, ${dueOn}::date, ${dueTime ?? null}::time, ${count?.from ?? null}::date,
           ${count?.days ?? null}::int, ${count?.counting ?? null}::text, ${now}, ${actor.userId}
      from unnest(${[...caseFileIds]}::text[]) c`
}

export async function updateContent(
  db: Database,
  actor: Actor,
  ids: readonly string[],
  { text, dueOn, dueTime, count }: Omit<DeadlineContent, 'text'> & { readonly text: string | undefined },
  now: Date,
): Promise<void> {
  await db`update deadlines.deadline set text = coalesce(${text ?? null}::text, text), due_on = ${dueOn}::date,
      due_time = ${dueTime ?? null}::time, counted_from = ${count?.from ?? null}::date,
      counted_days = ${count?.days ?? null}::int, counting = ${count?.counting ?? null}::text,
      changed_at = ${now}, changed_by = ${actor.userId}
    where id = any (${[...ids]}::text[]::bigint[])`
}

export async function updateConcluded(
  db: Database,
  ids: readonly string[],
  by: string | undefined,
  now: Date,
): Promise<void> {
  await db`update deadlines.deadline set concluded_at = ${by ? now : null}, concluded_by = ${by ?? null}
    where id = any (${[...ids]}::text[]::bigint[])`
}

export async function updateDeleted(db: Database, ids: readonly string[], by: string, now: Date): Promise<void> {
  await db`update deadlines.deadline set deleted_at = ${now}, deleted_by = ${by}
    where id = any (${[...ids]}::text[]::bigint[])`
}

function deadlineOf(row: DeadlineRow): Deadline {
  const { countedFrom, countedDays, counting, ...rest } = row
  return {
    ...rest,
    dueTime: row.dueTime ?? undefined,
    count: countedFrom && countedDays && counting ? { from: countedFrom, days: countedDays, counting } : undefined,
    concludedAt: row.concludedAt ?? undefined,
    concludedByName: row.concludedByName ?? undefined,
  }
}
