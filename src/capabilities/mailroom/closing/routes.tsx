import { type Router, redirect } from '../../../platform/http/index.ts'
import { boardPage } from '../day-book/board.view.tsx'
import { closeDay } from './close-day.ts'
import { closedDayPage } from './closed-day.view.tsx'

/** The daily board, closed day by day. */
export function closingRoutes(router: Router): void {
  router.act('/quadro-do-dia/fechamento', { permission: 'cases.change' }, async (visit) => {
    const outcome = await closeDay(visit.db, visit.actor, visit.now)
    if (outcome.done) return redirect(visit.href(`/quadro-do-dia/fechados/${outcome.value.id}`))
    return boardPage(visit, [{ message: 'O quadro de hoje já foi fechado.' }])
  })

  router.page('/quadro-do-dia/fechados/:id', {}, closedDayPage)
}
