import type { Actor } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'
import { columnsOf, type DeskColumn } from './desk-columns.ts'
import { deleteColumns, selectColumns, upsertColumns } from './desk-view.queries.ts'

/** The columns that the person sees on the desk, in every unit. */
export async function chosenColumns(db: Database, actor: Actor): Promise<readonly DeskColumn[]> {
  return columnsOf(await selectColumns(db, actor.userId))
}

/** Chooses the columns of the desk; undefined goes back to the usual ones. Names that are no column are left out. */
export async function chooseColumns(db: Database, actor: Actor, columns: readonly string[] | undefined): Promise<void> {
  if (columns) await upsertColumns(db, actor.userId, columnsOf(columns))
  else await deleteColumns(db, actor.userId)
}
