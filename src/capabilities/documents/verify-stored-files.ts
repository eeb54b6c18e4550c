import type { Database } from '../../platform/db/index.ts'
import type { FileStore } from '../../platform/files/index.ts'
import { selectNamedFiles } from './sealed-records.queries.ts'

export interface StoredFilesVerified {
  readonly files: number
  readonly broken: readonly { readonly sha256: string; readonly condition: 'missing' | 'changed' }[]
}

/** Names of the files that documents need and that begin so, in order. */
export async function namedFilesBelow(db: Database, prefix: string): Promise<readonly string[]> {
  const found: string[] = []
  for (let last = prefix; ; ) {
    const page = await selectNamedFiles(db, last, 500)
    const ours = page.filter((sha256) => sha256.startsWith(prefix))
    found.push(...ours)
    last = ours.at(-1) ?? last
    if (ours.length < page.length || page.length === 0) return found
  }
}

/** Reads every stored file that a document names again and compares it with its name, the SHA-256 of its content. */
export async function verifyStoredFiles(db: Database, files: FileStore): Promise<StoredFilesVerified> {
  const broken: { sha256: string; condition: 'missing' | 'changed' }[] = []
  let count = 0
  for (let last = ''; ; ) {
    const page = await selectNamedFiles(db, last, 500)
    for (const sha256 of page) {
      const condition = await files.verify(sha256)
      if (condition !== 'intact') broken.push({ sha256, condition })
    }
    count += page.length
    last = page.at(-1) ?? last
    if (page.length === 0) return { files: count, broken }
  }
}
