import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { Document } from '../document.ts'
import { selectStriping } from './striping.queries.ts'

/** SHA-256 of the striped PDF that waits to be included; undefined: none was made, or not of the file as it is now. */
export async function findMade(db: Database, actor: Actor, original: Document): Promise<string | undefined> {
  const striping = await selectStriping(db, actor, original.id, 'reading')
  return striping?.sha256 === original.file?.sha256 ? (striping?.madeSha256 ?? undefined) : undefined
}
