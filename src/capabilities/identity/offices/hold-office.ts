import { type LocalDate, todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refused } from '../../../platform/outcome.ts'
import { type Editor, noteFields } from '../../organization/index.ts'
import type { Office } from './office.ts'
import { endSubstitutionRows, endTenureRow, insertTenure, lockOffice, selectNeighbours } from './offices.queries.ts'
import { tellDay } from './offices.text.ts'
import { refusalsToHold, type TenureRefusal } from './substitution.rules.ts'

export interface TenureRequest {
  readonly holder: { readonly id: string; readonly name: string }
  readonly act: string
  readonly from: LocalDate
  readonly until: LocalDate | undefined
}

/** Writes down who holds an office. It gives no profile: those are granted by name, and pass to who stands in. */
export async function appointHolder(
  db: Database,
  by: Editor,
  office: Pick<Office, 'id'>,
  request: TenureRequest,
  now: Date,
): Promise<Outcome<true, TenureRefusal>> {
  const { holder, act, from, until } = request
  return inTransaction(db, async (trx) => {
    const officeInUse = await lockOffice(trx, office.id)
    const inOrder = !until || until >= from
    const near = inOrder ? await selectNeighbours(trx, office.id, from, until) : undefined
    const refusal = refused(
      refusalsToHold({
        from,
        until,
        today: todayIn(now),
        officeInUse,
        heldBy: near?.holders[0]?.name,
        vacancyFilledBy: near?.overlapping?.vacancy ? near.overlapping.name : undefined,
      }),
    )
    if (refusal) return refusal
    await insertTenure(trx, { officeId: office.id, accountId: holder.id, act, from, until }, by.userId, now)
    const after = `${holder.name}, desde ${tellDay(from)}${until ? ` até ${tellDay(until)}` : ''}, ${act}`
    await noteFields(
      trx,
      by,
      { register: 'office', id: office.id },
      [{ field: 'titular', before: undefined, after }],
      now,
    )
    return done(true)
  })
}

/**
 * The holder leaves the office today. Who stood in for that person no longer does: a vacant office is filled anew.
 * Answers who stopped standing in; undefined where the tenure was over.
 */
export async function endTenure(
  db: Database,
  by: Editor,
  office: Pick<Office, 'id'>,
  tenure: { readonly id: string; readonly name: string },
  now: Date,
): Promise<{ readonly substitutes: readonly string[] } | undefined> {
  return inTransaction(db, async (trx) => {
    await lockOffice(trx, office.id)
    const ending = { userId: by.userId, now, today: todayIn(now) }
    if (!(await endTenureRow(trx, office.id, tenure.id, ending))) return undefined
    const substitutes = await endSubstitutionRows(trx, office.id, { tenureId: tenure.id }, ending)
    const changes = [
      { field: 'titular', before: tenure.name, after: undefined },
      ...substitutes.map((name) => ({ field: 'substituto', before: name, after: undefined })),
    ]
    await noteFields(trx, by, { register: 'office', id: office.id }, changes, now)
    return { substitutes }
  })
}
