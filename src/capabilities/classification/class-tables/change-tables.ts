import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { type Editor, noteChange } from '../../organization/index.ts'
import { openRecordClass, type RecordClassData } from '../record-classes/save-record-class.ts'
import {
  copyClasses,
  insertTable,
  putInForce,
  replaceMapping,
  selectSelectable,
  selectTable,
  selectUsed,
} from './class-tables.queries.ts'

export type TableRefusal =
  | { readonly kind: 'already-registered' | 'not-draft' | 'empty' | 'unknown-class' }
  | { readonly kind: 'unmapped'; readonly codes: readonly string[] }

type Changed<Value> = Promise<Outcome<Value, TableRefusal>>

/** Begins a new table of classes, empty or with those in use of the table in force. It changes nothing until it is activated. */
export async function beginTable(
  db: Database,
  by: Editor,
  request: { readonly name: string; readonly copies: boolean },
  now: Date,
): Changed<{ id: string }> {
  return inTransaction(db, async (trx) => {
    const id = await insertTable(trx, request.name)
    if (id === undefined) return refuse({ kind: 'already-registered' })
    if (request.copies) await copyClasses(trx, id)
    const fields = { before: undefined, after: { nome: request.name } }
    await noteChange(trx, by, { register: 'class-table', id }, fields, now)
    return done({ id })
  })
}

/** Adds a class to a table that is not in force yet. */
export async function addClass(
  db: Database,
  by: Editor,
  tableId: string,
  data: RecordClassData,
  now: Date,
): Changed<{ id: string }> {
  return inTransaction(db, async (trx) => {
    const table = await selectTable(trx, tableId, 'locked')
    if (table?.state !== 'draft') return refuse({ kind: 'not-draft' })
    return openRecordClass(trx, by, data, now, tableId)
  })
}

/** Says which classes of a table that is not in force yet stand for a used one of the table in force. */
export async function mapClass(
  db: Database,
  by: Editor,
  request: { readonly tableId: string; readonly fromCode: string; readonly toCodes: readonly string[] },
  now: Date,
): Changed<true> {
  return inTransaction(db, async (trx) => {
    const table = await selectTable(trx, request.tableId, 'locked')
    if (table?.state !== 'draft') return refuse({ kind: 'not-draft' })
    const used = (await selectUsed(trx, table.id)).find(({ code }) => code === request.fromCode)
    const toIds = await selectSelectable(trx, table.id, request.toCodes)
    if (!used || toIds.length !== new Set(request.toCodes).size) return refuse({ kind: 'unknown-class' })
    await replaceMapping(trx, used.id, table.id, toIds)
    const fields = {
      before: { equivalencia: `${used.code}: ${used.mappedTo.join(', ')}` },
      after: { equivalencia: `${used.code}: ${[...request.toCodes].join(', ')}` },
    }
    await noteChange(trx, by, { register: 'class-table', id: table.id }, fields, now)
    return done(true)
  })
}

/**
 * Puts a table in force in the place of the other (PRO-041): only when every used class of that one has at least one in this.
 * Terms of archived case files follow by themselves.
 */
export async function activateTable(db: Database, by: Editor, tableId: string, now: Date): Changed<true> {
  return inTransaction(db, async (trx) => {
    const table = await selectTable(trx, tableId, 'locked')
    if (table?.state !== 'draft') return refuse({ kind: 'not-draft' })
    if (table.classes === 0) return refuse({ kind: 'empty' })
    const codes = (await selectUsed(trx, tableId))
      .filter(({ mappedTo }) => mappedTo.length === 0)
      .map(({ code }) => code)
    if (codes.length > 0) return refuse({ kind: 'unmapped', codes })
    await putInForce(trx, tableId, now)
    const fields = { before: { situacao: 'em preparação' }, after: { situacao: 'em vigor' } }
    await noteChange(trx, by, { register: 'class-table', id: tableId }, fields, now)
    return done(true)
  })
}
