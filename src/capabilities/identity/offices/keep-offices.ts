import { todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import {
  type Editor,
  type ListOf,
  type ListRequest,
  listOf,
  noteActive,
  noteChange,
  type Reach,
} from '../../organization/index.ts'
import type { Office } from './office.ts'
import {
  insertOffice,
  lockOffice,
  type OfficeRow,
  type SubstitutionRow,
  selectColleague,
  selectOffice,
  selectOffices,
  selectSubstitutions,
  updateActive,
  updateTitle,
} from './offices.queries.ts'

export type OfficeRefusal = { readonly kind: 'title-taken' } | { readonly kind: 'still-held' }

/** One page of the offices within reach. */
export async function listOffices(
  db: Database,
  reach: Reach,
  asked: ListRequest,
  now: Date,
): Promise<ListOf<OfficeRow>> {
  return listOf(await selectOffices(db, reach, asked, todayIn(now)))
}

/** One page of the substitutions within reach, of all offices. */
export async function listSubstitutions(
  db: Database,
  reach: Reach,
  asked: ListRequest,
  now: Date,
): Promise<ListOf<SubstitutionRow>> {
  return listOf(await selectSubstitutions(db, reach, asked, todayIn(now)))
}

/** An office; undefined where there is none, or its unit is out of reach. */
export function findOffice(db: Database, id: string, reach: Reach, now: Date): Promise<Office | undefined> {
  return selectOffice(db, id, reach, todayIn(now))
}

/** Somebody of the agency who may still enter, by login; undefined where there is nobody. */
export function findColleague(
  db: Database,
  agencyId: string,
  login: string,
): Promise<{ readonly id: string; readonly name: string } | undefined> {
  return selectColleague(db, agencyId, login)
}

/** Registers an office of a unit, which the caller has found within reach. */
export async function openOffice(
  db: Database,
  by: Editor,
  office: { readonly unitId: string; readonly unit: string; readonly title: string },
  now: Date,
): Promise<Outcome<{ id: string }, OfficeRefusal>> {
  return inTransaction(db, async (trx) => {
    const id = await insertOffice(trx, office.unitId, office.title)
    if (!id) return refuse({ kind: 'title-taken' })
    const after = { cargo: office.title, unidade: office.unit }
    await noteChange(trx, by, { register: 'office', id }, { before: undefined, after }, now)
    return done({ id })
  })
}

/** Gives an office another title, from now on: what was signed keeps the title that it was signed with. */
export async function renameOffice(
  db: Database,
  by: Editor,
  office: Pick<Office, 'id' | 'title'>,
  title: string,
  now: Date,
): Promise<Outcome<true, OfficeRefusal>> {
  return inTransaction(db, async (trx) => {
    if (!(await updateTitle(trx, office.id, title))) return refuse({ kind: 'title-taken' })
    const fields = { before: { cargo: office.title }, after: { cargo: title } }
    await noteChange(trx, by, { register: 'office', id: office.id }, fields, now)
    return done(true)
  })
}

/** Takes an office that nobody holds out of use, or back. */
export async function setOfficeActive(
  db: Database,
  by: Editor,
  reach: Reach,
  officeId: string,
  active: boolean,
  now: Date,
): Promise<Outcome<true, OfficeRefusal>> {
  return inTransaction(db, async (trx) => {
    const wasActive = await lockOffice(trx, officeId)
    if (wasActive === active) return done(true)
    const office = await findOffice(trx, officeId, reach, now)
    const held = [...(office?.tenures ?? []), ...(office?.substitutions ?? [])].some(({ state }) => state !== 'over')
    if (!active && held) return refuse({ kind: 'still-held' })
    await updateActive(trx, officeId, active ? undefined : now)
    await noteActive(trx, by, { register: 'office', id: officeId }, active, now)
    return done(true)
  })
}
