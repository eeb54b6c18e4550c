import { type Answer, html, type InnerVisit, notFound } from '../../../platform/http/index.ts'
import { sha256Hex } from '../../../platform/sha256.ts'
import { isPaperSigned } from '../../signatures/index.ts'
import { ClosedDayPage } from './closed-day.page.tsx'
import { selectClosedDay, selectClosedLines, selectLinesForHash, selectSignature } from './closing.queries.ts'
import { nameOfPage, wordsOfPage } from './closing.rules.ts'

/** A page of the daily board as it was when it was closed, with the signature of who closed it. */
export async function closedDayPage({ db, actor, now, page, href, param }: InnerVisit): Promise<Answer> {
  const id = param('id')
  const closed = /^[1-9]\d{0,17}$/.test(id) ? await selectClosedDay(db, actor, { id }) : undefined
  if (!closed) return notFound
  const [lines, all, signature] = await Promise.all([
    selectClosedLines(db, actor, closed.id, now),
    selectLinesForHash(db, closed.id),
    selectSignature(db, closed.id),
  ])
  // What is compared is made again from the lines as they are kept now, and not read from where it was written down.
  const sha256 = sha256Hex(wordsOfPage(closed, all))
  const signed = signature && {
    signature,
    isIntact:
      sha256 === closed.sha256 &&
      isPaperSigned({ name: nameOfPage({ ...closed, unit: signature.unitAcronym }), sha256 }, signature),
  }
  return html(<ClosedDayPage {...{ page, href, closed, lines, signed }} />)
}
