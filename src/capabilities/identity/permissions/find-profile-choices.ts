import type { Database } from '../../../platform/db/index.ts'
import type { Reach } from '../../organization/index.ts'
import { notForLocal, withReach } from '../users/administering.rules.ts'
import { type ProfileChoiceRow, selectProfileChoices } from './permissions.queries.ts'

/** The profiles that may be granted within this reach, by name. */
export function findProfileChoices(db: Database, reach: Reach): Promise<readonly ProfileChoiceRow[]> {
  return selectProfileChoices(db, reach.unitIds ? notForLocal : [], withReach)
}
