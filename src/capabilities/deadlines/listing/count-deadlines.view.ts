import { todayIn } from '../../../platform/calendar/index.ts'
import type { InnerVisit } from '../../../platform/http/index.ts'
import { readDeadlinesFilter } from './listing.form.ts'
import { selectCounts } from './listing.queries.ts'

/** How many deadlines each of these lists has, by the queries of their addresses, up to 10,001; in one statement. */
export function countDeadlineLists(
  { db, actor, now }: InnerVisit,
  queries: readonly string[],
): Promise<readonly number[]> {
  const filters = queries.map((query) => {
    const asked = new URLSearchParams(query)
    return readDeadlinesFilter({ query: (name) => asked.get(name) ?? '' }, todayIn(now))
  })
  return selectCounts(db, actor, filters, now)
}
