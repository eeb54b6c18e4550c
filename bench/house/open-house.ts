import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'
import type { Pool } from '../../src/platform/db/index.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/platform/embedded-postgres/index.ts'

export interface Database {
  readonly url: string
  readonly version: string
  readonly pid: number
  /** For furnishing, counting and looking: never for what is measured. */
  readonly db: Pool
  stop(): Promise<void>
}

const counter = 'pg_stat_statements'

/**
 * The embedded PostgreSQL with the settings of real use (it waits for the disk), in a folder of its own. It carries the
 * extension that counts statements, which counts only while it is told to.
 */
export async function openDatabaseToMeasure(dataFolder: string): Promise<Database> {
  let server = await startEmbeddedPostgres({ dataFolder })
  if (!(await countsStatements(server))) {
    await once(server.url, async (db) => {
      await db.unsafe(`alter system set shared_preload_libraries = '${counter}'`)
      await db.unsafe(`create extension if not exists ${counter}`)
    })
    await server.stop()
    server = await startEmbeddedPostgres({ dataFolder })
  }
  await once(server.url, async (db) => {
    await db.unsafe(`alter system set ${counter}.track = 'none'`)
    await db`select pg_reload_conf()`
  })
  const db = connect(server.url, 6)
  const [place] = await db<{ folder: string }[]>`select current_setting('data_directory') as folder`
  return {
    url: server.url,
    version: server.version,
    pid: Number(readFileSync(join(place?.folder ?? '', 'postmaster.pid'), 'utf8').split('\n')[0]),
    db,
    stop: async () => {
      await db.end({ timeout: 5 })
      await server.stop()
    },
  }
}

/** Connections as the program makes them: prepared statements, Brazilian time, no limit of time. */
export function connect(url: string, max: number): Pool {
  const connection = { application_name: 'medicao', statement_timeout: 0, TimeZone: 'America/Sao_Paulo' }
  return postgres(url, { max, prepare: true, onnotice: () => undefined, connection })
}

async function countsStatements(server: EmbeddedPostgres): Promise<boolean> {
  return once(server.url, async (db) => {
    const [row] = await db<{ names: string }[]>`select current_setting('shared_preload_libraries') as names`
    return row?.names.includes(counter) ?? false
  })
}

async function once<Value>(url: string, work: (db: Pool) => Promise<Value>): Promise<Value> {
  const db = connect(url, 1)
  try {
    return await work(db)
  } finally {
    await db.end({ timeout: 5 })
  }
}
