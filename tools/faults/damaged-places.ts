import { statSync } from 'node:fs'
import { join } from 'node:path'
import { witnessFilesOf } from '../../src/capabilities/history/index.ts'
import { selectRelations } from '../../src/capabilities/operations/scrubbing/scrub.queries.ts'
import { scrub } from '../../src/capabilities/operations/scrubbing/scrub.ts'
import { proveHouse } from '../../src/capabilities/proofs/index.ts'
import { openDatabase, type Pool } from '../../src/platform/db/index.ts'
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/index.ts'
import { openFolderFileStore, seventhOf } from '../../src/platform/files/index.ts'
import { selectNamedFiles } from './verify-house.queries.ts'

/** Something on the disk of which a bit can be turned. */
export interface Place {
  readonly kind: 'file' | 'table' | 'index' | 'pages' | 'heads'
  /** By this name it must be told: SHA-256, table or index. */
  readonly what: string
  readonly path: string
  readonly size: number
  /** The night that looks at it. */
  readonly seventh: number
}

/** Who named a damaged place: the nightly reading, `bin/verify-history`, or the server that would not go on. */
export type Finder = 'scrub' | 'history' | 'server'

/** Everything in a stopped house of which one bit may be turned. Without the catalogs: on those the server does not start. */
export function placesOf(dataFolder: string): Promise<readonly Place[]> {
  return whileOpen(dataFolder, async (db) => {
    const relations = await Promise.all(
      sevenths.map(async (seventh) => (await selectRelations(db, seventh)).map((one) => ({ ...one, seventh }))),
    )
    const paths = await db<{ id: string; path: string }[]>`
      select oid::text as id, pg_relation_filepath(oid) as path from pg_class
       where oid >= 16384 and not relisshared and pg_relation_filepath(oid) is not null`
    const pathOf = new Map(paths.map(({ id, path }) => [id, join(dataFolder, 'postgres', path)]))
    const places = relations.flat().flatMap(({ id, name, kind, seventh }): Place[] => {
      const path = pathOf.get(id)
      return path === undefined ? [] : [{ kind, what: name, path, size: statSync(path).size, seventh }]
    })
    const files = (await selectNamedFiles(db)).map(({ sha256 }): Place => {
      const path = join(dataFolder, 'arquivos', sha256.slice(0, 2), sha256.slice(2, 4), sha256)
      return {
        kind: 'file',
        what: sha256,
        path,
        size: statSync(path).size,
        seventh: Number.parseInt(sha256.slice(0, 2), 16) % 7,
      }
    })
    const heads = headsOf(dataFolder).map(
      (path): Place => ({
        kind: 'heads',
        what: path.slice(dataFolder.length + 1),
        path,
        size: statSync(path).size,
        seventh: 0,
      }),
    )
    return [...places, ...files, ...heads].filter(({ size }) => size > 0)
  })
}

/** Starts the house, lets its readers look and answers who named the place; without one, who found anything at all. */
export function findDamage(dataFolder: string, place?: Place): Promise<Finder | undefined> {
  return whileOpen(dataFolder, async (db) => {
    try {
      await db`delete from operations.damage`
      const nights = place ? [place.seventh] : sevenths
      for (const seventh of nights) await scrubAt(db, dataFolder, seventh)
      const named = await db<{ what: string }[]>`select what from operations.damage`
      if (named.some(({ what }) => !place || what === place.what)) return 'scrub'
      const files = await openFolderFileStore({ folder: join(dataFolder, 'arquivos') })
      const { broken, witnessed } = await proveHouse(db, files, { dataFolder, ...unset })
      return broken.length > 0 || !witnessed ? 'history' : undefined
    } catch (error) {
      const { code = '', message } = error as Error & { code?: string }
      const relation = place?.path.slice(join(dataFolder, 'postgres').length + 1) ?? ''
      if (/^(XX00[12]|58)/.test(code) && place && message.includes(relation)) return 'server'
      throw error
    }
  })
}

const sevenths = [0, 1, 2, 3, 4, 5, 6]
const unset = { logKeyFile: undefined, logCopyFolder: undefined }

function headsOf(dataFolder: string): readonly string[] {
  return witnessFilesOf({ dataFolder, ...unset })
}

/** The reading of the next night whose turn it is to look at a seventh. */
async function scrubAt(db: Pool, dataFolder: string, seventh: number): Promise<void> {
  let now = Date.now()
  while (seventhOf(new Date(now)) !== seventh) now += 86_400_000
  const files = await openFolderFileStore({ folder: join(dataFolder, 'arquivos') })
  const log = { error: () => undefined } as never
  await scrub({ db, files, log, clock: () => new Date(now) })
}

async function whileOpen<Answer>(dataFolder: string, work: (db: Pool) => Promise<Answer>): Promise<Answer> {
  const embedded = await startEmbeddedPostgres({ dataFolder })
  try {
    const db = await openDatabase({ url: embedded.url, poolSize: 2, statementTimeoutMs: 60_000, prepare: true })
    try {
      return await work(db)
    } finally {
      await db.end({ timeout: 5 })
    }
  } finally {
    await embedded.stop()
  }
}
