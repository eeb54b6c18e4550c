import type { Database } from '../../../platform/db/index.ts'
import { recordText } from '../../history/index.ts'

/** An entry as its seal sees it: every column, in text. */
export interface EntryToSeal {
  readonly id: string
  readonly at: Date
  readonly resource: string
  readonly values: readonly (string | null)[]
}

/** One line of text: what the leaf of an entry is made of, and what is kept of it in the file of a removal. */
export const entryText = ({ values }: Pick<EntryToSeal, 'values'>): string => recordText('acesso', values)

/** Follows `select`, of `auditing.entry e`. */
export const entryColumns = (db: Database) => db`
  e.id, e.at, e.resource,
  array[e.id::text, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), e.account_id::text,
    e.substituting, e.unit_id::text, e.ip, e.user_agent, e.server, e.resource, e.operation, e.case_file_id::text,
    e.document_id::text, e.contact_id::text, e.tx::text] as values`

/** The entries with these ids that are there, in the order of the ids. */
export async function selectEntries(db: Database, ids: readonly string[]): Promise<EntryToSeal[]> {
  return db<EntryToSeal[]>`
    select ${entryColumns(db)} from unnest(${[...ids]}::text[]::bigint[]) with ordinality as wanted (id, place)
      join auditing.entry e on e.id = wanted.id order by wanted.place`
}
