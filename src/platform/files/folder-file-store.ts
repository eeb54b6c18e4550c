import { type FileHandle, mkdir, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { syncFolder } from '../sync-folder.ts'
import { checkedStream, hashOf } from './content-check.ts'
import type { ByteRange, FileCondition, FileStore } from './file-store.ts'
import { keepUnderItsName } from './keep-under-its-name.ts'
import { namesBelow } from './names-below.ts'
import { placeOf } from './place-of-file.ts'
import { receiveFile } from './receive-file.ts'
import { asideOf } from './set-aside.ts'
import { sweepAbandoned, sweepOlderThan } from './temporary-files.ts'

/**
 * Opens (and on first use creates) a folder of files named by the SHA-256 of their content, as `aa/bb/<sha256>`.
 * Uploads that a killed process of this machine left half-way are deleted now.
 *
 * Several processes and machines may share the folder: files appear whole or not at all.
 */
export async function openFolderFileStore({ folder }: { readonly folder: string }): Promise<FileStore> {
  const temporaryFolder = join(folder, 'temporary')
  await mkdir(temporaryFolder, { recursive: true, mode: 0o750 })
  // The store's own name too: what is filed in a folder that a power cut forgets is forgotten with it.
  await syncFolder(dirname(folder))
  await sweepAbandoned(temporaryFolder)

  return {
    put: (source, { limitBytes }) =>
      receiveFile(source, { limitBytes, temporaryFolder, keep: (received) => keepUnderItsName(folder, received) }),
    open: (sha256, range) => openFile(folder, sha256, range),
    stat: (sha256) => withFile(folder, sha256, sizeOf),
    verify: async (sha256) => (await withFile(folder, sha256, (file) => conditionOf(file, sha256))) ?? 'missing',
    names: (prefix, storedBefore) => namesBelow(folder, prefix, storedBefore),
    ...asideOf(folder),
    sweepTemporary: (olderThan) => sweepOlderThan(temporaryFolder, olderThan),
  }
}

async function openFile(folder: string, sha256: string, range: ByteRange | undefined): Promise<Readable | undefined> {
  const file = await handleOf(folder, sha256)
  if (!file) return undefined
  if (!range) return checkedStream(file.createReadStream(), sha256)
  const { sizeBytes } = await sizeOf(file)
  const last = Math.min(range.last ?? sizeBytes - 1, sizeBytes - 1)
  if (!Number.isInteger(range.first) || range.first < 0 || range.first > last) {
    await file.close()
    return undefined
  }
  return file.createReadStream({ start: range.first, end: last })
}

async function sizeOf(file: FileHandle): Promise<{ sizeBytes: number }> {
  return { sizeBytes: (await file.stat()).size }
}

async function conditionOf(file: FileHandle, sha256: string): Promise<FileCondition> {
  const found = await hashOf(file.createReadStream({ autoClose: false }))
  return found === sha256 ? 'intact' : 'changed'
}

async function withFile<Answer>(folder: string, sha256: string, read: (file: FileHandle) => Promise<Answer>) {
  const file = await handleOf(folder, sha256)
  if (!file) return undefined
  try {
    return await read(file)
  } finally {
    await file.close()
  }
}

/** Only sixty-four hexadecimal digits ever reach the file system, so that no name can climb out of the folder. */
async function handleOf(folder: string, sha256: string): Promise<FileHandle | undefined> {
  if (!/^[0-9a-f]{64}$/.test(sha256)) return undefined
  try {
    return await open(placeOf(folder, sha256).path, 'r')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
