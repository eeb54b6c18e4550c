import type { Actor } from '../../../platform/actor.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { FileStore } from '../../../platform/files/index.ts'
import type { Answer } from '../../../platform/http/index.ts'
import { selectImage } from '../editing/images.queries.ts'
import { findDocument } from '../find-document.ts'
import { selectReadableImage } from './shared-image.queries.ts'

/** An image of a document's text, for whoever may read the document. */
export async function imageOfDocument(
  db: Database,
  files: FileStore,
  actor: Actor,
  { number, sha256 }: { readonly number: string; readonly sha256: string },
  now: Date,
): Promise<Answer | undefined> {
  const document = await findDocument(db, actor, number, 'reading', now)
  if (!document || document.readRefusals.length > 0) return undefined
  return imageAnswer(files, await selectImage(db, document.id, sha256))
}

/** The same image by its digest alone, as the editor asks for it: for who may read some document that shows it. */
export async function imageByDigest(
  db: Database,
  files: FileStore,
  reader: { readonly accountId: string; readonly sessionHash: string },
  sha256: string,
  now: Date,
): Promise<Answer | undefined> {
  if (!/^[0-9a-f]{64}$/.test(sha256)) return undefined
  return imageAnswer(files, await selectReadableImage(db, sha256, { ...reader, today: todayIn(now), now }))
}

async function imageAnswer(
  files: FileStore,
  image: { readonly sha256: string; readonly mediaType: string; readonly sizeBytes: string } | undefined,
): Promise<Answer | undefined> {
  const body = image && (await files.open(image.sha256))
  if (!image || !body) return undefined
  return {
    kind: 'stream',
    headers: {
      'content-type': image.mediaType,
      'content-length': image.sizeBytes,
      'content-security-policy': "default-src 'none'; sandbox",
      // Its address is its content; asking again keeps the gate in force.
      'cache-control': 'private, no-cache',
    },
    body,
  }
}
