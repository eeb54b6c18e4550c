import type { Database } from '../../../platform/db/index.ts'
import type { RichText } from '../../../rich-text/index.ts'
import type { Document } from '../document.ts'
import { keptText } from '../versions/add-version.ts'
import { selectVersion } from '../versions/versions.queries.ts'

/** The present text of an authored document as it is kept, variables and all: what the editor has before it. */
export interface TextToReview {
  readonly content: RichText
  readonly version: number
  readonly sha256: string
  readonly savedAt: Date
}

/**
 * Undefined where the content may not be read, and for files. `number`: an earlier version, from which somebody began to
 * write suggestions; the present one unless said otherwise.
 */
export async function textToReview(
  db: Database,
  document: Pick<Document, 'id' | 'kind' | 'version' | 'readRefusals'>,
  number: number = document.version,
): Promise<TextToReview | undefined> {
  if (document.kind !== 'authored' || document.readRefusals.length > 0) return undefined
  const version = await selectVersion(db, document.id, number)
  if (!version) return undefined
  const { content, sha256, savedAt } = version
  return { content: keptText(content), version: version.number, sha256, savedAt }
}
