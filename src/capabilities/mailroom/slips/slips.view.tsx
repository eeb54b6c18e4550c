import type { FormFields } from '../../../platform/form-fields.ts'
import { type Answer, html, type InnerVisit } from '../../../platform/http/index.ts'
import type { FormError } from '../../../ui/index.ts'
import { unitLabels } from '../../organization/index.ts'
import { NewSlipPage, SlipPage } from './slip.page.tsx'
import { SlipsPage } from './slips.page.tsx'
import { type SlipRow, selectItems, selectSlip, selectSlips } from './slips.queries.ts'

export async function slipsPage(visit: InnerVisit): Promise<Answer> {
  const { db, actor, page, href } = visit
  const side = visit.query('lado') === 'a-receber' ? 'incoming' : 'sent'
  const open = visit.query('abertas') === 'sim'
  const pageNumber = Math.min(1000, Math.max(1, Number.parseInt(visit.query('pagina'), 10) || 1))
  const slips = await selectSlips(db, actor, { side, open, page: pageNumber })
  return html(
    <SlipsPage {...{ page, href, side, open, pageNumber, slips }} maySend={actor.permissions.has('cases.change')} />,
  )
}

export async function newSlipPage(
  visit: InnerVisit,
  fields: FormFields,
  problems: readonly FormError[],
): Promise<Answer> {
  const { page, formKeys, href, db } = visit
  const units = await unitLabels(db, { agencyId: undefined })
  return html(<NewSlipPage {...{ page, formKeys, href, fields, problems, units }} />, problems.length > 0 ? 422 : 200)
}

/** The slip of the address; undefined where it is neither from here nor for here. */
export async function slipOf(visit: InnerVisit): Promise<SlipRow | undefined> {
  const id = visit.param('id')
  return /^[1-9]\d{0,17}$/.test(id) ? selectSlip(visit.db, visit.actor, id, 'reading') : undefined
}

export async function slipPage(
  visit: InnerVisit,
  slip: SlipRow,
  fields: FormFields,
  problems: readonly FormError[],
): Promise<Answer> {
  const { page, formKeys, href, db, actor } = visit
  const items = await selectItems(db, actor, slip.id)
  const maySign = actor.permissions.has('cases.change')
  return html(
    <SlipPage {...{ page, formKeys, href, slip, items, maySign, fields, problems }} />,
    problems.length > 0 ? 422 : 200,
  )
}
