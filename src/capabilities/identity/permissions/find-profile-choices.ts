import type { Database } from '../../../platform/db/index.ts'
import { type ProfileChoiceRow, selectProfileChoices } from './permissions.queries.ts'

/** The profiles that may be granted, by name. */
export function findProfileChoices(db: Database): Promise<readonly ProfileChoiceRow[]> {
  return selectProfileChoices(db)
}
