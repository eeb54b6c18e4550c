import { fieldList, fieldText } from '../../platform/form-fields.ts'
import { type Answer, html, type InnerVisit, json, notFound, type Router, redirect } from '../../platform/http/index.ts'
import { arrivalsIn } from './arrivals.ts'
import { channelValues, readChoices } from './choosing/choices.form.ts'
import { ChoicesPage } from './choosing/choices.page.tsx'
import { chooseNotices, chosenNotices } from './choosing/choose-notices.ts'
import { noticeKinds } from './notice.ts'
import { NoticesPage } from './notices.page.tsx'
import { followNotice, markAsRead, noticesOf } from './read-notices.ts'

/** Notices are of the person: no permission is asked, and the gate decides on each. */
export function noticesRoutes(router: Router): void {
  router.page('/avisos', {}, async (visit) => {
    const asked = readAsked(visit)
    const notices = await noticesOf(visit.db, visit.actor, asked, visit.now)
    const { page, formKeys, href } = visit
    return html(
      <NoticesPage {...{ page, formKeys, href, notices }} unreadOnly={asked.unreadOnly} number={asked.page} />,
    )
  })

  router.act('/avisos', { personal: true }, async (visit) => {
    const act = fieldText(visit.form, 'acao')
    const ids = fieldList(visit.form, 'aviso')
      .filter((id) => /^\d{1,18}$/.test(id))
      .slice(0, 100)
    const mark = { ids: act === 'todos' ? undefined : ids, read: act !== 'nao-lidos' }
    await markAsRead(visit.db, visit.actor, mark, visit.now)
    return redirect(visit.href('/avisos'))
  })

  router.page('/avisos/escolhas', {}, async (visit) => {
    const { channels, hour, email } = await chosenNotices(visit.db, visit.actor)
    const chosen = noticeKinds.map((kind) => [kind, channelValues[channels[kind] ?? 'page']])
    const typed = { channels: Object.fromEntries(chosen), hour: String(hour) }
    const { page, formKeys, href } = visit
    const saved = visit.query('aviso') === 'salvo'
    return html(<ChoicesPage {...{ page, formKeys, href, email, typed, saved }} problems={[]} />)
  })

  router.act('/avisos/escolhas', { personal: true }, async (visit) => {
    const { typed, request, problems } = readChoices(visit.form)
    if (!request) {
      const { email } = await chosenNotices(visit.db, visit.actor)
      const { page, formKeys, href } = visit
      return html(<ChoicesPage {...{ page, formKeys, href, email, typed, problems }} saved={false} />, 422)
    }
    await chooseNotices(visit.db, visit.actor, request)
    return redirect(visit.href('/avisos/escolhas?aviso=salvo'))
  })

  // Asked again and again by browsers whose person wished so: numbers alone, which a shared screen may show.
  router.page('/avisos/chegadas', { unattended: true }, async (visit) =>
    json(await arrivalsIn(visit.db, visit.actor, visit.now)),
  )

  router.page('/avisos/:id', {}, async (visit): Promise<Answer> => {
    const id = visit.param('id')
    const place = /^\d{1,18}$/.test(id) ? await followNotice(visit.db, visit.actor, id, visit.now) : undefined
    return place ? redirect(place) : notFound
  })
}

function readAsked(visit: InnerVisit) {
  const page = Number(visit.query('pagina'))
  return {
    unreadOnly: visit.query('so') === 'nao-lidos',
    page: Number.isInteger(page) && page > 0 && page <= 200 ? page : 1,
  }
}
