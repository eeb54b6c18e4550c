import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'

/** Who asked for a commitment and left an address, and what may be told there: never its subject nor its case file. */
export interface RequesterRow {
  email: string
  requester: string
  title: string
  from: Date
  to: Date
  place: string
}

/** Of these commitments: those that answer a request with an e-mail address. */
export async function selectRequesters(db: Database, commitmentIds: readonly string[]): Promise<RequesterRow[]> {
  return db<RequesterRow[]>`
    select r.email, r.requester, o.title, lower(x.during) as from, upper(x.during) as to, x.place
      from agenda.commitment x join agenda.request r on r.id = x.request_id join identity.office o on o.id = x.office_id
     where x.id = any (${[...commitmentIds]}::text[]::bigint[]) and r.email <> ''
     order by x.id`
}

/** Takes up to so many that are on a day and of which nobody was reminded yet. Written with the messages or not at all. */
export async function claimReminders(
  db: Database,
  { day, from, to, most }: { readonly day: LocalDate; readonly from: Date; readonly to: Date; readonly most: number },
  now: Date,
): Promise<string[]> {
  const rows = await db<{ id: string }[]>`
    insert into agenda.reminder (commitment_id, day, queued_at)
    select x.id, ${day}::date, ${now} from agenda.commitment x join agenda.request r on r.id = x.request_id
     where x.request_id is not null and lower(x.during) >= ${from} and lower(x.during) < ${to}
       and x.state in ('confirmed', 'rescheduled') and r.email <> ''
       and not exists (select from agenda.reminder m where m.commitment_id = x.id and m.day = ${day}::date)
     order by x.id limit ${most}
    on conflict do nothing returning commitment_id as id`
  return rows.map(({ id }) => id)
}
