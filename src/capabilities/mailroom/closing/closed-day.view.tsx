import { type Answer, html, type InnerVisit, notFound } from '../../../platform/http/index.ts'
import { ClosedDayPage } from './closed-day.page.tsx'
import { selectClosedDay, selectClosedLines } from './closing.queries.ts'

/** A page of the daily board as it was when it was closed. */
export async function closedDayPage({ db, actor, now, page, href, param }: InnerVisit): Promise<Answer> {
  const id = param('id')
  const closed = /^[1-9]\d{0,17}$/.test(id) ? await selectClosedDay(db, actor, { id }) : undefined
  if (!closed) return notFound
  const lines = await selectClosedLines(db, actor, closed.id, now)
  return html(<ClosedDayPage {...{ page, href, closed, lines }} />)
}
