import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { type Editor, type ListOf, type ListRequest, listOf, noteChange } from '../../organization/index.ts'
import { registerConferenceKind } from '../register-types.ts'
import { fieldsOfConferenceKind } from './conference-kind-fields.text.ts'
import {
  type ConferenceKindRow,
  selectConferenceKind,
  selectConferenceKinds,
  updateConferenceKind,
} from './conference-kinds.queries.ts'

export async function listConferenceKinds(db: Database, asked: ListRequest): Promise<ListOf<ConferenceKindRow>> {
  return listOf(await selectConferenceKinds(db, asked))
}

export function findConferenceKind(db: Database, id: string): Promise<ConferenceKindRow | undefined> {
  return selectConferenceKind(db, id)
}

/** Registers a kind with who did it. Refused where the name is taken. */
export async function openConferenceKind(
  db: Database,
  by: Editor,
  data: { readonly name: string; readonly certifiable: boolean },
  now: Date,
): Promise<Outcome<{ id: string }, { readonly kind: 'already-registered' }>> {
  return inTransaction(db, async (trx) => {
    const outcome = await registerConferenceKind(trx, data)
    if (!outcome.done) return outcome
    const record = { register: 'conference-kind', id: outcome.value.id } as const
    await noteChange(trx, by, record, { before: undefined, after: fieldsOfConferenceKind(data) }, now)
    return outcome
  })
}

/** Refused where another one has the name. */
export async function changeConferenceKind(
  db: Database,
  by: Editor,
  id: string,
  data: { readonly name: string; readonly certifiable: boolean },
  now: Date,
): Promise<Outcome<{ id: string }, { readonly kind: 'already-registered' }>> {
  return inTransaction(db, async (trx) => {
    const before = await selectConferenceKind(trx, id)
    if (!(await updateConferenceKind(trx, id, data))) return refuse({ kind: 'already-registered' })
    const fields = { before: before && fieldsOfConferenceKind(before), after: fieldsOfConferenceKind(data) }
    await noteChange(trx, by, { register: 'conference-kind', id }, fields, now)
    return done({ id })
  })
}
