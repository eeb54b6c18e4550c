import { createHash } from 'node:crypto'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { failpoint } from '../failpoints/index.ts'
import { done, type Outcome, refuse } from '../outcome.ts'
import type { FileRefusal, StoredFile } from './file-store.ts'
import { newTemporaryPath } from './temporary-files.ts'

/** A file that is whole and safe on the disk, still under a temporary name. */
export type ReceivedFile = StoredFile & { readonly temporaryPath: string }

type ReceiveOptions = {
  readonly limitBytes: number
  readonly temporaryFolder: string
  readonly keep: (received: ReceivedFile) => Promise<void>
}

/** Writes the source to a temporary file, hashing on the way, and hands it over to be kept; cleans up in every case. */
export async function receiveFile(
  source: AsyncIterable<Uint8Array>,
  { limitBytes, temporaryFolder, keep }: ReceiveOptions,
): Promise<Outcome<StoredFile, FileRefusal>> {
  const temporaryPath = newTemporaryPath(temporaryFolder)
  try {
    const stored = await writeAll(source, temporaryPath, limitBytes)
    if (!stored) return refuse('too-large')
    await keep({ ...stored, temporaryPath })
    return done(stored)
  } catch (error) {
    if (isDiskFull(error)) return refuse('disk-full')
    throw error
  } finally {
    await rm(temporaryPath, { force: true })
  }
}

async function writeAll(
  source: AsyncIterable<Uint8Array>,
  path: string,
  limitBytes: number,
): Promise<StoredFile | undefined> {
  const hash = createHash('sha256')
  let sizeBytes = 0
  const file = await open(path, 'wx', 0o600)
  try {
    for await (const piece of source) {
      sizeBytes += piece.byteLength
      if (sizeBytes > limitBytes) return undefined
      hash.update(piece)
      await writePiece(file, piece)
      failpoint('upload.begun')
    }
    // Read-only for the owner and the group: what is filed is never altered, not even by a mistake of ours.
    await file.chmod(0o440)
    await file.sync()
    failpoint('upload.synced')
    return { sha256: hash.digest('hex'), sizeBytes }
  } finally {
    await file.close()
  }
}

/** One write may take only part of a piece, above all on a disk that is nearly full. */
async function writePiece(file: FileHandle, piece: Uint8Array): Promise<void> {
  let written = 0
  while (written < piece.byteLength) {
    written += (await file.write(piece, written, piece.byteLength - written)).bytesWritten
  }
}

/** No space, quota used up, or larger than the file system accepts. */
function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(String(error.code))
}
