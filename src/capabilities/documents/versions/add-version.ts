import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import { sha256Hex } from '../../../platform/sha256.ts'
import { canonicalJson, type RichText, toText } from '../../../rich-text/index.ts'
import { showNumber } from '../reading/show-number.ts'
import { insertVersion, type VersionToInsert } from './versions.queries.ts'

/**
 * Keeps a text as a version, for ever: its canonical bytes, their SHA-256 and its words. The caller has decided that it
 * may be, and tells the document of its new number.
 */
export async function addVersion(
  db: Database,
  actor: Actor,
  version: Pick<VersionToInsert, 'documentId' | 'number' | 'kind'> & { readonly content: RichText },
  now: Date,
): Promise<{ sha256: string }> {
  const { content, ...rest } = version
  const json = canonicalJson(content)
  const sha256 = sha256Hex(json)
  const plainText = toText(showNumber(content, undefined))
  await insertVersion(db, { ...rest, json, plainText, sha256, accountId: actor.userId, unitId: actor.unitId }, now)
  return { sha256 }
}

/** A text read back from a version: it passed the schema when it was kept, and nothing can have changed it since. */
export function keptText(content: unknown): RichText {
  return content as RichText
}
