import { findResult } from '../../../platform/act-results/index.ts'
import { addDays, type LocalDate, parseLocalDate, todayIn } from '../../../platform/calendar/index.ts'
import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import { type Answer, html, type InnerVisit, type Visit } from '../../../platform/http/index.ts'
import { qrSvg } from '../../../platform/qr/index.ts'
import type { FormError } from '../../../ui/index.ts'
import { unitPeople } from '../../identity/index.ts'
import { capacitiesOf } from '../../signatures/index.ts'
import { selectClosedDay } from '../closing/closing.queries.ts'
import { BoardPage } from './board.page.tsx'
import {
  type DaySpan,
  type EntryRow,
  selectArrivals,
  selectBoard,
  selectEntry,
  selectReceipt,
  selectSteps,
  selectTotals,
} from './day-book.queries.ts'
import { EntryPage } from './entry.page.tsx'
import { entryStates } from './entry.ts'
import { isOpenTo } from './move-entry.ts'
import { CheckReceiptPage, ReceiptPage } from './receipt.page.tsx'

/** The board of one day; today where the address names none. */
export async function boardPage(
  visit: InnerVisit,
  problems: readonly FormError[] = [],
  capacity = '',
): Promise<Answer> {
  const { db, actor, now, page, href, formKeys } = visit
  const today = todayIn(now)
  const asked = parseLocalDate(visit.query('dia'))
  const day = asked && asked <= today && asked > '1900-01-01' ? asked : today
  const state = entryStates.find((one) => one === visit.query('situacao'))
  const late = visit.query('atrasados') === 'sim'
  const text = visit
    .query('q')
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, 100)
  const span = spanOf(day)
  const mayClose = day === today && actor.permissions.has('signatures.sign')
  const [entries, totals, arrivals, closed, capacities] = await Promise.all([
    selectBoard(db, actor, span, { text, state, late, today }, now),
    selectTotals(db, actor, span),
    selectArrivals(db, actor, span, now),
    selectClosedDay(db, actor, { day }),
    mayClose ? capacitiesOf(db, actor, now) : undefined,
  ])
  const query = { q: text, situacao: state ?? '', atrasados: late }
  const mayRegister = actor.permissions.has('cases.change')
  return html(
    <BoardPage
      {...{ page, href, formKeys, day, today, entries, arrivals, totals, query, mayRegister, closed, problems }}
      unit={actor.unitAcronym}
      closing={capacities && { capacities, capacity: capacity || capacities[0] || '' }}
    />,
    problems.length > 0 ? 422 : 200,
  )
}

/** One line; undefined where it is not for this person. */
export async function entryOf(visit: InnerVisit): Promise<EntryRow | undefined> {
  const id = visit.param('id')
  if (!/^[1-9]\d{0,17}$/.test(id)) return undefined
  const entry = await selectEntry(visit.db, visit.actor, id, 'reading', visit.now)
  // What is in a case file is told where the case file is: one that asks for its password has no line to be read.
  return entry && (await isOpenTo(visit.db, visit.actor, entry.caseFileId, visit.now)) ? entry : undefined
}

export async function entryPage(
  visit: InnerVisit,
  entry: EntryRow,
  typed?: FormFields,
  problems: readonly FieldProblem[] = [],
): Promise<Answer> {
  const { db, actor, now, page, formKeys, href } = visit
  const [steps, people, result] = await Promise.all([
    selectSteps(db, entry.id),
    unitPeople(db, actor.unitId, now),
    findResult(visit),
  ])
  const present = {
    situacao: entry.state,
    processo: entry.caseNumber ?? '',
    responsavel: entry.responsibleId ?? '',
    prazo: entry.dueOn ?? '',
    nota: '',
  }
  const form = actor.permissions.has('cases.change') ? { fields: typed ?? present, problems } : undefined
  const shown = <EntryPage {...{ page, formKeys, href, entry, steps, people, form, result }} />
  return html(shown, problems.length > 0 ? 422 : 200)
}

export function receiptPage(visit: InnerVisit, entry: EntryRow): Answer {
  const { page, href, actor, platform } = visit
  const checkUrl = `${platform.publicUrl}/recibo-de-entrega?codigo=${entry.code}`
  const qr = qrSvg(checkUrl, 'Código QR para conferir este recibo')
  return html(<ReceiptPage {...{ page, href, entry, checkUrl, qr }} unitName={actor.unitName} />)
}

/** For everybody: a code in, the fact of the reception out. */
export async function checkReceiptPage(visit: Visit): Promise<Answer> {
  const asked = visit.query('codigo').slice(0, 20)
  const code = asked.toUpperCase().replace(/[^0-9A-Z]/g, '')
  const receipt = code.length === 12 ? await selectReceipt(visit.db, code) : undefined
  return html(<CheckReceiptPage {...{ page: visit.page, asked, receipt }} />, asked && !receipt ? 404 : 200)
}

/** The day on the clock of Brasília. */
function spanOf(day: LocalDate): DaySpan {
  return { from: new Date(`${day}T00:00:00-03:00`), to: new Date(`${addDays(day, 1)}T00:00:00-03:00`) }
}
