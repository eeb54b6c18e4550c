import type { Database } from '../../../platform/db/index.ts'
import { daysOfLog, type LogLevel, type LogLine } from './log-line.ts'

export interface LogRow {
  readonly id: string
  readonly at: Date
  readonly level: LogLevel
  readonly words: string
  readonly facts: string
  readonly server: string
  readonly person: string | null
  readonly login: string | null
  readonly unit: string | null
  readonly ip: string
}

export interface LogFilter {
  readonly level: string
  readonly words: string
  readonly server: string
  readonly login: string
  readonly unit: string
  readonly ip: string
  readonly from: string
  readonly until: string
  readonly after: string | undefined
}

export async function insertLogLines(db: Database, lines: readonly LogLine[], server: string): Promise<void> {
  await db`
    insert into auditing.log_line (at, level, words, facts, server, account_id, unit_id, ip)
    select n.at, n.level, n.words, n.facts, ${server}, n.account, n.unit, n.ip
      from jsonb_to_recordset(${JSON.stringify(lines)}::text::jsonb)
             as n(at timestamptz, level text, words text, facts text, account bigint, unit bigint, ip text)`
}

/** Newest first. */
export async function selectLog(db: Database, filter: LogFilter, most: number): Promise<LogRow[]> {
  const { level, words, server, login, unit, ip, after } = filter
  return db<LogRow[]>`
    select l.id, l.at, l.level, l.words, l.facts, l.server, l.ip, coalesce(a.social_name, a.name) as person, a.login,
           u.acronym as unit
      from auditing.log_line l
      left join identity.account a on a.id = l.account_id
      left join organization.unit u on u.id = l.unit_id
     where l.at >= ${`${filter.from}T00:00:00-03:00`}::timestamptz
       and l.at < ${`${filter.until}T00:00:00-03:00`}::timestamptz + interval '1 day'
       ${level ? db`and l.level = ${level}` : db``}
       ${words ? db`and strpos(lower(l.words || ' ' || l.facts), lower(${words})) > 0` : db``}
       ${server ? db`and l.server = ${server}` : db``}
       ${login ? db`and l.account_id in (select x.id from identity.account x where x.login = ${login})` : db``}
       ${unit ? db`and l.unit_id in (select x.id from organization.unit x where lower(x.acronym) = lower(${unit}))` : db``}
       ${ip ? db`and l.ip = ${ip}` : db``}
       ${after ? db`and (l.at, l.id) < (select x.at, x.id from auditing.log_line x where x.id = ${after})` : db``}
     order by l.at desc, l.id desc limit ${most}`
}

/** Takes away what is past its days; answers how many lines went. */
export async function deleteOldLines(db: Database, now: Date): Promise<number> {
  const gone = await Promise.all(
    Object.entries(daysOfLog).map(
      ([level, days]) => db`
        delete from auditing.log_line where level = ${level} and at < ${now}::timestamptz - make_interval(days => ${days})`,
    ),
  )
  return gone.reduce((sum, { count }) => sum + count, 0)
}
