import { findResult, keepResult } from '../../platform/act-results/index.ts'
import { fieldList, fieldText } from '../../platform/form-fields.ts'
import {
  type Answer,
  bytes,
  html,
  type InnerVisit,
  notFound,
  type Router,
  redirect,
} from '../../platform/http/index.ts'
import type { FormError } from '../../ui/index.ts'
import { explainCaseRefusal } from '../cases/index.ts'
import { actOnEach, allRefused, asProblems, ChosenFrame, chosenIn, chosenOf, withChosen } from '../watchlists/index.ts'
import { chooseColumns, chosenColumns } from './choose-columns.ts'
import { readDeskFilter } from './desk.form.ts'
import { showDesk } from './desk.view.tsx'
import { DeskColumnsPage } from './desk-columns.page.tsx'
import { exportDesk } from './export-desk.view.ts'
import { markUnread } from './mark-unread.ts'

/** The desk itself: what lies on it, as a sheet, in the columns that a person chose. */
export function deskRoutes(router: Router): void {
  router.page('/mesa', {}, async (visit) => html(await showDesk(visit, await findResult(visit))))

  router.page('/mesa/planilha', {}, async (visit) => {
    const csv = await exportDesk(visit.db, visit.actor, readDeskFilter(visit), visit.now)
    return bytes(csv, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="mesa.csv"',
    })
  })

  router.page('/mesa/colunas', {}, async (visit) => {
    const chosen = await chosenColumns(visit.db, visit.actor)
    const { page, formKeys, href } = visit
    return html(<DeskColumnsPage {...{ page, formKeys, href, chosen }} />)
  })
  router.act('/mesa/colunas', { personal: true }, async (visit) => {
    const usual = fieldText(visit.form, 'acao') === 'padrao'
    await chooseColumns(visit.db, visit.actor, usual ? undefined : fieldList(visit.form, 'colunas'))
    return redirect(visit.href('/mesa'))
  })

  router.page('/mesa/nao-lidos', {}, (visit) => unreadPage(visit, chosenOf(visit.queryList('processo')), []))
  router.act('/mesa/nao-lidos', { personal: true }, async (visit) => {
    const numbers = chosenIn(visit.form)
    if (numbers.length === 0) return notFound
    const words = { tell: () => 'marcado como não lido.', explain: explainCaseRefusal }
    const mark = ({ digits }: { digits: string }) => markUnread(visit.db, visit.actor, digits, visit.now)
    const results = await actOnEach(visit, numbers, mark, words)
    if (allRefused(results)) return unreadPage(visit, numbers, asProblems(results))
    // To the desk, never to the case file: opening it would mark it as read again.
    const items = results.map(({ href: _href, ...item }) => item)
    return redirect(visit.href(`/mesa${await keepResult(visit, { title: 'Não lidos', items })}`))
  })
}

function unreadPage(visit: InnerVisit, numbers: readonly string[], problems: readonly FormError[]): Promise<Answer> {
  return withChosen(visit, numbers, async (caseFiles) => {
    const { page, formKeys, href } = visit
    return html(
      <ChosenFrame
        {...{ page, formKeys, href, caseFiles, problems }}
        title="Marcar como não lido"
        path="/mesa/nao-lidos"
        submit={{ label: 'Marcar como não lido', icon: 'mail' }}
      >
        <p>Só para você: fica em destaque na mesa até que você o abra de novo.</p>
      </ChosenFrame>,
      problems.length > 0 ? 422 : 200,
    )
  })
}
