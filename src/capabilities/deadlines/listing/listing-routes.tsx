import { findResult } from '../../../platform/act-results/index.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import { html, type Router } from '../../../platform/http/index.ts'
import { DeadlinesListPage } from './deadlines-list.page.tsx'
import { listDeadlines } from './list-deadlines.ts'
import { readDeadlinesFilter } from './listing.form.ts'

export function listingRoutes(router: Router): void {
  router.page('/prazos', {}, async (visit) => {
    const today = todayIn(visit.now)
    const filter = readDeadlinesFilter(visit, today)
    const [list, result] = await Promise.all([
      listDeadlines(visit.db, visit.actor, filter, visit.now),
      findResult(visit),
    ])
    return html(
      <DeadlinesListPage
        page={visit.page}
        href={visit.href}
        filter={filter}
        list={list}
        today={today}
        unit={visit.actor.unitAcronym}
        mayWrite={visit.actor.permissions.has('cases.change')}
        result={result}
      />,
    )
  })
}
