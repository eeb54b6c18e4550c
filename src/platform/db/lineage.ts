import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { syncFolderNow } from '../sync-folder.ts'

/** Which database a server holds, and how often one of its copies was promoted: the number of the timeline. */
export interface Lineage {
  readonly system: string
  readonly timeline: number
}

/** Where the newest history that was seen is kept, so that an older one is known as such after a restart too. */
export interface LineageMemory {
  read(): Lineage | undefined
  write(lineage: Lineage): void
}

/** For tools, which end soon. */
export const noMemory: LineageMemory = { read: () => undefined, write: () => undefined }

/** Kept in a file of the data folder, replaced in one step. */
export function lineageFile(path: string): LineageMemory {
  return {
    read: () => {
      try {
        const { system, timeline } = JSON.parse(readFileSync(path, 'utf8')) as Partial<Lineage>
        return system !== undefined && timeline !== undefined ? { system, timeline } : undefined
      } catch (error) {
        if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
        throw error
      }
    },
    write: (lineage) => {
      const fresh = `${path}.${process.pid}`
      const file = openSync(fresh, 'w', 0o600)
      try {
        writeSync(file, `${JSON.stringify(lineage)}\n`)
        fsyncSync(file)
      } finally {
        closeSync(file)
      }
      renameSync(fresh, path)
      syncFolderNow(dirname(path))
    },
  }
}
