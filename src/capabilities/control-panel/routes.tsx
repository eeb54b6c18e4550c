import { fieldText } from '../../platform/form-fields.ts'
import { html, type Router, redirect } from '../../platform/http/index.ts'
import { readCards, typedCards } from './cards.form.ts'
import { CardsPage } from './cards.page.tsx'
import { chooseCards, chosenCards, offeredTo } from './choose-cards.ts'
import { PanelPage } from './panel.page.tsx'
import { readPanel } from './read-panel.view.ts'

/** For everybody in the unit: each number counts what the person's own list would show. */
export function controlPanelRoutes(router: Router): void {
  router.page('/painel', {}, async (visit) => {
    const cards = await readPanel(visit, await chosenCards(visit.db, visit.actor))
    return html(<PanelPage page={visit.page} href={visit.href} cards={cards} />)
  })

  router.page('/painel/cartoes', {}, async (visit) => {
    const typed = typedCards(await chosenCards(visit.db, visit.actor))
    const { page, formKeys, href, actor } = visit
    return html(
      <CardsPage
        {...{ page, formKeys, href, typed }}
        unit={actor.unitAcronym}
        offered={offeredTo(actor)}
        problems={[]}
      />,
    )
  })

  router.act('/painel/cartoes', { personal: true }, async (visit) => {
    const { page, formKeys, href, actor } = visit
    const offered = offeredTo(actor)
    const { typed, cards, problems } = readCards(visit.form, offered)
    const usual = fieldText(visit.form, 'acao') === 'padrao'
    if (!usual && problems.length > 0) {
      return html(<CardsPage {...{ page, formKeys, href, offered, typed, problems }} unit={actor.unitAcronym} />, 422)
    }
    await chooseCards(visit.db, actor, usual ? undefined : cards)
    return redirect(href('/painel'))
  })
}
