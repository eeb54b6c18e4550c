import { todayIn } from '../../../platform/calendar/index.ts'
import type { InnerVisit } from '../../../platform/http/index.ts'
import type { ReturnSide } from './return.text.ts'
import { readReturnsFilter } from './returns.form.ts'
import { selectReturnCounts } from './returns.queries.ts'

/** How many returns each of these lists has, by its side and the query of its address; in one statement. */
export function countReturns(
  { db, actor, now }: InnerVisit,
  lists: readonly { readonly side: ReturnSide; readonly query: string }[],
): Promise<readonly number[]> {
  const today = todayIn(now)
  const asked = lists.map(({ side, query }) => {
    const given = new URLSearchParams(query)
    return { side, filter: readReturnsFilter({ query: (name) => given.get(name) ?? '' }, today) }
  })
  return selectReturnCounts(db, actor, asked, today)
}
