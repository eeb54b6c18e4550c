import { z } from 'zod'
import { kindOfExtension } from '../../../platform/file-kinds/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { atAPath } from '../reading/at-a-path.ts'
import { selectCurrentFile, upsertExtractedText } from './uploading.queries.ts'

const payloadShape = z.object({ documentId: z.string(), sha256: z.string() })

/** More words than any page has; a book of 800 pages has some two million letters. */
export const limitChars = 4_000_000
const timeoutMs = 240_000

/**
 * Reads the words of an uploaded file, so that it can be found by them. May run twice: the second time writes the same.
 * Reading the file whole also checks it against its SHA-256: one that was changed fails the job, loudly.
 * What can only be recognized in pictures waits for its turn (`recognizeScans`).
 */
export async function extractText(platform: Platform, payload: unknown): Promise<void> {
  const { documentId, sha256 } = payloadShape.parse(payload)
  const file = await selectCurrentFile(platform.db, documentId)
  const kind = file?.sha256 === sha256 ? kindOfExtension(file.extension) : undefined
  // Deleted, cancelled or replaced meanwhile: the words are nobody's any more.
  if (!kind) return
  const found = await atAPath(platform.files, sha256, (path) =>
    platform.text.extract(path, kind, { limitChars, timeoutMs }),
  )
  await upsertExtractedText(
    platform.db,
    documentId,
    { sha256, text: found.text, method: found.method, pages: found.pages, isScan: found.isScan },
    platform.clock(),
  )
}
