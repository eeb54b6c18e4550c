import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { type Editor, type ListOf, type ListRequest, listOf, noteChange } from '../../organization/index.ts'
import { fieldsOfRecordClass } from './record-class-fields.text.ts'
import {
  insertWholeClass,
  type RecordClassRow,
  selectRecordClass,
  selectRecordClasses,
  updateRecordClass,
} from './record-classes.queries.ts'

/** A class of the classification plan with its retention (PRO-040). @term assunto */
export interface RecordClassData {
  readonly code: string
  readonly description: string
  /** A heading of the plan: nothing is classified in it. */
  readonly structural: boolean
  readonly currentYears: number | undefined
  readonly intermediateYears: number | undefined
  readonly disposition: 'elimination' | 'permanent' | undefined
  readonly note: string
  /** The fact from which its years are counted; '' where they are counted from the conclusion (PRO-042, PRO-049). */
  readonly termEvent: string
}

type Taken = { readonly kind: 'already-registered' }

export async function listRecordClasses(db: Database, asked: ListRequest): Promise<ListOf<RecordClassRow>> {
  return listOf(await selectRecordClasses(db, asked))
}

export function findRecordClass(db: Database, id: string): Promise<RecordClassRow | undefined> {
  return selectRecordClass(db, id)
}

/** Refused where the code is taken in its table; without one, that is the table in force. */
export async function openRecordClass(
  db: Database,
  by: Editor,
  data: RecordClassData,
  now: Date,
  tableId?: string,
): Promise<Outcome<{ id: string }, Taken>> {
  return inTransaction(db, async (trx) => {
    const id = await insertWholeClass(trx, data, tableId)
    if (id === undefined) return refuse({ kind: 'already-registered' })
    const fields = { before: undefined, after: fieldsOfRecordClass(data) }
    await noteChange(trx, by, { register: 'record-class', id }, fields, now)
    return done({ id })
  })
}

/** Refused where another class has the code. */
export async function changeRecordClass(
  db: Database,
  by: Editor,
  id: string,
  data: RecordClassData,
  now: Date,
): Promise<Outcome<{ id: string }, Taken>> {
  return inTransaction(db, async (trx) => {
    const before = await selectRecordClass(trx, id)
    if (!(await updateRecordClass(trx, id, data))) return refuse({ kind: 'already-registered' })
    const fields = { before: before && fieldsOfRecordClass(before), after: fieldsOfRecordClass(data) }
    await noteChange(trx, by, { register: 'record-class', id }, fields, now)
    return done({ id })
  })
}
