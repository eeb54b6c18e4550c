import { may } from '../../platform/actor.ts'
import { type Answer, html, type InnerVisit } from '../../platform/http/index.ts'
import type { Flash } from '../../ui/index.ts'
import { parseQuery, prefixMarker } from '../search/index.ts'
import { selectGuides } from './guide.queries.ts'
import { GuidesPage } from './guides.page.tsx'

const perPage = 50

/** The list of guides, by words in the syntax of the whole search (PES-022). */
export async function showList(visit: InnerVisit, flash: Flash | undefined): Promise<Answer> {
  const own = visit.query('lista') === 'minha'
  const text = visit
    .query('q')
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, 500)
  const pageNumber = Math.min(1000, Math.max(1, Number.parseInt(visit.query('pagina'), 10) || 1))
  const query = text === '' ? undefined : { tsquery: parseQuery(text).tsquery, prefixMarker }
  const rows = await selectGuides(visit.db, {
    unitId: visit.actor.unitId,
    own,
    query,
    limit: perPage,
    offset: (pageNumber - 1) * perPage,
  })
  const total = rows[0]?.total ?? 0
  return html(
    <GuidesPage
      page={visit.page}
      breadcrumb={[{ label: 'Mesa', href: visit.href('/mesa') }, { label: 'Base de conhecimento' }]}
      href={visit.href}
      guides={rows}
      total={total}
      pageNumber={pageNumber}
      pageCount={Math.max(1, Math.ceil(total / perPage))}
      own={own}
      text={text}
      mayWrite={may(visit.actor, 'knowledge.manage')}
      flash={flash}
    />,
  )
}
