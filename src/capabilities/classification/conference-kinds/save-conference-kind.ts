import type { Database } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { type ListOf, type ListRequest, listOf } from '../../organization/index.ts'
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

/** Refused where another one has the name. */
export async function changeConferenceKind(
  db: Database,
  id: string,
  data: { readonly name: string; readonly certifiable: boolean },
): Promise<Outcome<true, { readonly kind: 'already-registered' }>> {
  return (await updateConferenceKind(db, id, data)) ? done(true) : refuse({ kind: 'already-registered' })
}
