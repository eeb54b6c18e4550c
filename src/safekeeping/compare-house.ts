import { join } from 'node:path'
import { type Broken, proveHouse } from '../capabilities/proofs/index.ts'
import type { Database } from '../platform/db/index.ts'
import { openFolderFileStore } from '../platform/files/index.ts'
import { type HouseFacts, selectHouseFacts } from './house-facts.queries.ts'

export interface Restored {
  readonly base: string
  /** What was promised and what was found, at the moment of the copy. The same, or the restoration is worth nothing. */
  readonly promised: HouseFacts
  readonly found: HouseFacts
  readonly isSame: boolean
  readonly files: number
  readonly seals: number
  readonly broken: readonly Broken[]
}

/** Holds a restored house against what was written down when it was copied, and against its own seals and hashes. */
export async function compareHouse(
  db: Database,
  promised: HouseFacts,
  base: string,
  dataFolder: string,
): Promise<Restored> {
  const found = await selectHouseFacts(db, promised)
  const files = await openFolderFileStore({ folder: join(dataFolder, 'arquivos') })
  const proof = await proveHouse(db, files, { dataFolder, logKeyFile: undefined, logCopyFolder: undefined })
  const isSame = JSON.stringify([found.counts, found.head]) === JSON.stringify([promised.counts, promised.head])
  return { base, promised, found, isSame, files: proof.files, seals: proof.seals, broken: proof.broken }
}
