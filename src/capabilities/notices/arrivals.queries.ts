import type { Actor } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'
import { mayKnow } from '../cases/index.ts'
import { unreadCount } from './notices.queries.ts'

/** Counted as the desk counts what nobody opened yet: of what is confidential only where the person holds a credential. */
export async function selectArrivals(
  db: Database,
  actor: Actor,
  today: string,
): Promise<{ arrived: number; notices: number }> {
  const [row] = await db<{ arrived: number; notices: number }[]>`
    select (select count(*)::int from (
              select 1 from cases.holding h
               where h.unit_id = ${actor.unitId} and h.closed_at is null and not h.suspended and h.received_at is null
                 and (not h.confidential or exists (
                   select 1 from cases.case_file c where c.id = h.case_file_id and ${mayKnow(db, actor)}))
               limit 1000) x) as arrived,
           ${unreadCount(db, actor, today)} as notices`
  return row ?? { arrived: 0, notices: 0 }
}
