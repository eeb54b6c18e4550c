import type { Database } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { type ListOf, type ListRequest, listOf } from '../../organization/index.ts'
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
}

type Taken = { readonly kind: 'already-registered' }

export async function listRecordClasses(db: Database, asked: ListRequest): Promise<ListOf<RecordClassRow>> {
  return listOf(await selectRecordClasses(db, asked))
}

export function findRecordClass(db: Database, id: string): Promise<RecordClassRow | undefined> {
  return selectRecordClass(db, id)
}

/** Refused where the code is taken. */
export async function openRecordClass(db: Database, data: RecordClassData): Promise<Outcome<true, Taken>> {
  return (await insertWholeClass(db, data)) ? done(true) : refuse({ kind: 'already-registered' })
}

/** Refused where another class has the code. */
export async function changeRecordClass(
  db: Database,
  id: string,
  data: RecordClassData,
): Promise<Outcome<true, Taken>> {
  return (await updateRecordClass(db, id, data)) ? done(true) : refuse({ kind: 'already-registered' })
}
