import { fieldText } from '../../../platform/form-fields.ts'
import { type Router, redirect } from '../../../platform/http/index.ts'
import { confirmPassword, explainPasswordRefused } from '../../identity/index.ts'
import { boardPage } from '../day-book/board.view.tsx'
import { type CloseDayRefusal, closeDay } from './close-day.ts'
import { closedDayPage } from './closed-day.view.tsx'

/** The daily board, closed day by day and signed by who closes it. */
export function closingRoutes(router: Router): void {
  router.act('/quadro-do-dia/fechamento', { permission: 'signatures.sign' }, async (visit) => {
    const { db, actor, now, form, platform, ip } = visit
    const capacity = fieldText(form, 'cargo').slice(0, 200)
    const password = fieldText(form, 'senha')
    if (password === '') return boardPage(visit, [{ field: 'senha', message: 'Informe a sua senha.' }], capacity)
    const confirmed = await confirmPassword(platform.db, actor, password, ip, now)
    if (!confirmed.done) {
      const problems = confirmed.refusals.map((one) => ({ field: 'senha', message: explainPasswordRefused(one) }))
      return boardPage(visit, problems, capacity)
    }
    const outcome = await closeDay(db, actor, { capacity }, now)
    if (outcome.done) return redirect(visit.href(`/quadro-do-dia/fechados/${outcome.value.id}`))
    return boardPage(visit, outcome.refusals.map(explain), capacity)
  })

  router.page('/quadro-do-dia/fechados/:id', {}, closedDayPage)
}

function explain({ kind }: CloseDayRefusal) {
  switch (kind) {
    case 'closed-already':
      return { message: 'O quadro de hoje já foi fechado.' }
    case 'capacity-not-of-unit':
      return { field: 'cargo', message: 'Escolha um dos cargos e funções da unidade.' }
  }
}
