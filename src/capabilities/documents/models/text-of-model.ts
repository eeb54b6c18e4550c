import type { Database } from '../../../platform/db/index.ts'
import type { RichText } from '../../../rich-text/index.ts'
import type { Document } from '../document.ts'
import { keptText } from '../versions/add-version.ts'
import { selectVersion } from '../versions/versions.queries.ts'

/** The text of a document that may be a model, as it stands. */
export async function textOfModel(db: Database, document: Document): Promise<RichText | undefined> {
  const version = await selectVersion(db, document.id, document.version)
  return version && keptText(version.content)
}
