import type { Database } from '../../platform/db/index.ts'
import { type ListOf, listOf, type Reach, rowsPerPage } from '../organization/index.ts'
import { type ItemRow, type ProgressRow, selectItems, selectProgress, selectTotals } from './items.queries.ts'
import { type MigrationLine, selectMigrations } from './migrations.queries.ts'
import { placeOf } from './movers.ts'

/** From which units a migration may be approved, and by whom. */
export { selectSuperiors as findSuperiors } from './superior.queries.ts'

/** The migrations whose units are all within reach, the newest first; a page of fifty. */
export async function listMigrations(db: Database, reach: Reach, page: number): Promise<ListOf<MigrationLine>> {
  return listOf(await selectMigrations(db, reach, { limit: rowsPerPage, offset: (page - 1) * rowsPerPage }))
}

/** How far a migration came, and what it moves of each kind. */
export async function progressOf(
  db: Database,
  migrationId: string,
): Promise<{
  readonly progress: ProgressRow
  readonly totals: readonly { readonly kind: string; readonly planned: number; readonly moved: number }[]
}> {
  const [progress, totals] = await Promise.all([selectProgress(db, migrationId), selectTotals(db, migrationId)])
  return { progress, totals: totals.sort((one, other) => placeOf(one.kind) - placeOf(other.kind)) }
}

/** The items of a migration, or of them those that people must look at; a page of fifty. */
export async function listItems(
  db: Database,
  migrationId: string,
  only: 'all' | 'notes' | 'failed',
  page: number,
): Promise<ListOf<ItemRow>> {
  const stretch = { only, limit: rowsPerPage, offset: (page - 1) * rowsPerPage }
  return listOf(await selectItems(db, migrationId, stretch))
}
