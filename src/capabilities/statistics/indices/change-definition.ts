import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { Definition } from './definition.text.ts'
import { insertDefinition, selectDefinition } from './indices.queries.ts'

/** What counts in the months that are closed from now on. */
export function definitionInForce(db: Database): Promise<Definition> {
  return selectDefinition(db)
}

/** Changes what counts from the next closing on; months already closed stay as they are. */
export function changeDefinition(db: Database, actor: Actor, definition: Definition, now: Date): Promise<void> {
  return insertDefinition(db, definition, actor.userId, now)
}
