import type { Database } from '../../../platform/db/index.ts'
import type { FileStore } from '../../../platform/files/index.ts'
import { selectSignedContents } from '../signed-contents.queries.ts'
import { selectImageOf, selectSignedBytes } from './authenticity.queries.ts'

/** The bytes that were signed, for who wants to make their SHA-256 with tools of their own. */
export function signedBytes(db: Database, sha256: string): Promise<Uint8Array | undefined> {
  return selectSignedBytes(db, sha256)
}

/** An image of the text of a document that is shown to the public. */
export async function publicImage(db: Database, files: FileStore, documentId: string, sha256: string) {
  if (!/^[0-9a-f]{64}$/.test(sha256)) return undefined
  const image = await selectImageOf(db, documentId, sha256)
  const body = image && (await files.open(sha256))
  return image && body && { ...image, body }
}

/** What is kept under digests that signatures name: the CMS of those by certificate. */
export async function signedContents(
  db: Database,
  digests: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  return new Map((await selectSignedContents(db, digests)).map(({ sha256, bytes }) => [sha256, bytes]))
}
