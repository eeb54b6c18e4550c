import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'

export async function insertComparison(
  db: Database,
  actor: Actor,
  publicationId: string,
  compared: { readonly printed: string; readonly sha256: string; readonly differences: number },
  now: Date,
): Promise<void> {
  const { printed, sha256, differences } = compared
  await db`insert into publishing.comparison (publication_id, printed, sha256, differences, at, account_id, unit_id)
    values (${publicationId}, ${printed}, ${sha256}, ${differences}, ${now}, ${actor.userId}, ${actor.unitId})`
}

/** What the gazette printed, as it was brought last. */
export async function selectPrinted(db: Database, publicationId: string): Promise<string | undefined> {
  const [row] = await db<{ printed: string }[]>`
    select printed from publishing.comparison where publication_id = ${publicationId} order by id desc limit 1`
  return row?.printed
}
