import type { Database } from '../../../platform/db/index.ts'
import { failpoint } from '../../../platform/failpoints/index.ts'
import { detectKind, type FileKind, safeFileName, sniffBytes } from '../../../platform/file-kinds/index.ts'
import type { FileStore } from '../../../platform/files/index.ts'
import type { UploadedFile } from '../../../platform/http/index.ts'
import { firstBytesOf } from './first-bytes.ts'
import { largestLimit, permittedKinds } from './permitted-kinds.ts'
import { explainFile, type FileRefusal } from './receive-files.text.ts'
import { type FileToWait, insertWaiting } from './waiting-files.queries.ts'

/** A file that came in: it waits for the form that includes it, or was refused with a sentence. */
export interface ReceivedFile {
  readonly id: string
  readonly fileName: string
  readonly problem: string | undefined
  readonly sizeBytes: number | undefined
}

/** Whose the files are: nobody else may include them, and only there. */
export interface FileOwner {
  readonly accountId: string
  readonly caseFileId: string
}

/**
 * Checks what was sent, by content and not by name alone (DOC-044), and notes it. What is right waits; what is wrong is
 * told file by file. `db` is the pool: what has arrived stays, even when the form around it comes back with a mistake.
 */
export async function receiveFiles(
  db: Database,
  files: FileStore,
  owner: FileOwner,
  uploads: readonly UploadedFile[],
  now: Date,
): Promise<ReceivedFile[]> {
  if (uploads.length === 0) return []
  const kinds = await permittedKinds(db)
  const received: ReceivedFile[] = []
  for (const upload of uploads) {
    const file = await judge(files, kinds, upload)
    const id = await insertWaiting(db, owner, file, now)
    failpoint('upload.noted')
    const { fileName, problem, sizeBytes } = file
    received.push({ id, fileName, problem: problem ?? undefined, sizeBytes: sizeBytes ?? undefined })
  }
  return received
}

async function judge(files: FileStore, kinds: readonly FileKind[], upload: UploadedFile): Promise<FileToWait> {
  const fileName = safeFileName(upload.fileName)
  const found = await inspect(files, kinds, upload, fileName)
  if ('reason' in found) {
    return { fileName, problem: explainFile(found), sha256: null, sizeBytes: null, extension: null, mediaType: null }
  }
  const { kind, sha256, sizeBytes } = found
  return { fileName, problem: null, sha256, sizeBytes, extension: kind.extension, mediaType: kind.mediaTypes[0] }
}

async function inspect(
  files: FileStore,
  kinds: readonly FileKind[],
  { stored, problem, declaredType }: UploadedFile,
  fileName: string,
): Promise<FileRefusal | { kind: FileKind; sha256: string; sizeBytes: number }> {
  if (!stored) {
    return problem === 'disk-full' ? { reason: 'disk-full' } : { reason: 'too-large', limitBytes: largestLimit(kinds) }
  }
  const bytes = await firstBytesOf(files, stored.sha256, sniffBytes)
  const detected = await detectKind(bytes, fileName, declaredType, kinds)
  if (!detected.done) return detected.refusals[0]
  const kind = detected.value
  return stored.sizeBytes > kind.maxBytes
    ? { reason: 'too-large-for-kind', kind, sizeBytes: stored.sizeBytes }
    : { kind, ...stored }
}
