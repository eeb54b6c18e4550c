import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { eraseFiles } from '../../src/capabilities/archive/eliminating/erase-files.ts'
import { sweepUnnamed } from '../../src/capabilities/archive/eliminating/sweep-unnamed.ts'
import { logKeyOf, sealEvents, witnessFilesOf } from '../../src/capabilities/history/index.ts'
import { proveHouse, sealedRecords, tellBroken } from '../../src/capabilities/proofs/index.ts'
import type { Database, Pool } from '../../src/platform/db/index.ts'
import { openFolderFileStore, prefixesOf } from '../../src/platform/files/index.ts'
import { selectBroken, selectNamedFiles, selectUndoneWork, selectWaitingWork } from './verify-house.queries.ts'

/** The house by itself, whatever the ledger says. Every list must be empty. */
export interface HouseFindings {
  readonly halfMade: readonly string[]
  readonly history: readonly string[]
  readonly undoneWork: readonly string[]
  readonly files: number
  readonly events: number
  /** Contents that no row names: an act was killed between its file and its row. After the sweep there is none. */
  readonly unnamedFiles: readonly string[]
  /** Contents that the sweep took, beside the one that was put there for it. */
  readonly swept: number
}

/** Waits for the work after the answers (a program must be running), then looks at everything that is kept. */
export async function verifyHouse(db: Pool, dataFolder: string, patienceMs: number): Promise<HouseFindings> {
  const isDone = await untilWorkIsDone(db, patienceMs)
  const undoneWork = await selectUndoneWork(db, isDone)
  const config = { dataFolder, logKeyFile: undefined, logCopyFolder: undefined }
  const sealing = { key: logKeyOf(config), sources: sealedRecords, witnessFiles: witnessFilesOf(config) }
  await sealEvents(db, new Date(), sealing)
  // Before everything is looked at: what the sweep took and should have left is missed then.
  const swept = await sweepAll(db, dataFolder)
  return { ...(await verifyKept(db, dataFolder)), undoneWork, swept }
}

const dayMs = 86_400_000

/** Sweeps as if days had gone by since the last act, and so that there is something to sweep; answers how much there was besides. */
async function sweepAll(db: Pool, dataFolder: string): Promise<number> {
  const files = await openFolderFileStore({ folder: join(dataFolder, 'arquivos') })
  const bait = await files.put(Readable.from([Buffer.from(`sem linha ${dataFolder}`)]), { limitBytes: 1_000 })
  if (!bait.done) throw new Error('there is no room for a file')
  const inDays = (days: number) => ({ db, files, clock: () => new Date(Date.now() + days * dayMs + 60_000) })
  const taken = await sweepUnnamed(inDays(1), [0, 1, 2, 3, 4, 5, 6].flatMap(prefixesOf))
  await eraseFiles(inDays(3))
  return taken - 1
}

/** What must be true at any moment, also right after a fault, while work is still waiting. */
export async function verifyKept(db: Pool, dataFolder: string): Promise<Omit<HouseFindings, 'undoneWork' | 'swept'>> {
  const [broken, proof, files] = await Promise.all([
    selectBroken(db),
    // Of one moment: the program may be sealing.
    db.begin('isolation level repeatable read read only', (trx) => proveKept(trx, dataFolder)),
    verifyFiles(db, dataFolder),
  ])
  return {
    halfMade: [...broken, ...files.problems],
    history: proof.problems,
    files: files.count,
    events: proof.events,
    unnamedFiles: files.unnamed,
  }
}

/** Seals, heads signed with the key in the data folder, and what was written down of them outside of the database. */
async function proveKept(db: Database, dataFolder: string): Promise<{ problems: string[]; events: number }> {
  const files = await openFolderFileStore({ folder: join(dataFolder, 'arquivos') })
  const config = { dataFolder, logKeyFile: undefined, logCopyFolder: undefined }
  const { broken, events, seals, witnessed } = await proveHouse(db, files, config)
  const keyless = seals > 0 && !witnessed ? ['a chave do registro sumiu'] : []
  return { problems: [...keyless, ...broken.map(tellBroken)], events }
}

/** Uploads that stopped half-way and are still there after the program ended in good order. */
export function leftOverUploads(dataFolder: string): string[] {
  return readdirSync(join(dataFolder, 'arquivos', 'temporary')).map((name) => `envio pela metade: ${name}`)
}

/** Whether there was a moment with nothing left to do. What the clock enqueues after it is no work of the writers. */
async function untilWorkIsDone(db: Pool, patienceMs: number): Promise<boolean> {
  const began = performance.now()
  while (performance.now() - began < patienceMs) {
    const { jobs, mail, index } = await selectWaitingWork(db)
    if (jobs + mail + index === 0) return true
    await wait(100)
  }
  return false
}

async function verifyFiles(db: Pool, dataFolder: string) {
  const folder = join(dataFolder, 'arquivos')
  const named = await selectNamedFiles(db)
  const problems: string[] = []
  for (const { sha256, sizeBytes } of named) {
    const path = join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
    if (!existsSync(path)) problems.push(`linha sem arquivo: ${sha256}`)
    else {
      const found = await measured(path)
      if (found.sha256 !== sha256 || String(found.size) !== sizeBytes)
        problems.push(`arquivo com outros bytes: ${sha256}`)
    }
  }
  const names = new Set(named.map(({ sha256 }) => sha256))
  const kept = readdirSync(folder, { recursive: true }).map((path) => String(path).split('/').at(-1) ?? '')
  const unnamed = kept.filter((name) => /^[0-9a-f]{64}$/.test(name) && !names.has(name))
  return { problems, count: named.length, unnamed }
}

async function measured(path: string): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256')
  let size = 0
  await pipeline(createReadStream(path), async (pieces: AsyncIterable<Buffer>) => {
    for await (const piece of pieces) {
      hash.update(piece)
      size += piece.byteLength
    }
  })
  return { sha256: hash.digest('hex'), size }
}
