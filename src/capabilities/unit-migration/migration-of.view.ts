import type { InnerVisit } from '../../platform/http/index.ts'
import { idParam, reachOfVisit } from '../organization/index.ts'
import type { Migration } from './migration.ts'
import { selectMigration } from './migrations.queries.ts'

/** The migration of the address, where all its units are within reach. */
export async function migrationOf(visit: InnerVisit): Promise<Migration | undefined> {
  const id = idParam(visit)
  return id ? selectMigration(visit.db, id, await reachOfVisit(visit, 'organization.manage')) : undefined
}
