import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'
import { migrate, migrationsFolder, openDatabase, type Pool } from '../../src/platform/db/index.ts'
import { migrateJobs } from '../../src/platform/jobs/index.ts'
import { furnish } from './furnish.ts'

const lockKey = 55_102
const supportFolder = import.meta.dirname

/** The server given to the tests: a superuser's address of its `postgres` database. */
export function serverUrl(): string {
  const url = process.env.CARIMBO_TEST_DATABASE_URL
  if (!url) throw new Error('CARIMBO_TEST_DATABASE_URL is not set: the tests need a PostgreSQL server')
  return url
}

/** A new database with schema and furniture, cloned from a template that the first test made. Answers its address. */
export async function cloneDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const admin = postgres(serverUrl(), { max: 1, onnotice: () => undefined })
  const template = await ensureTemplate(admin)
  const name = `t_${process.pid}_${Math.random().toString(36).slice(2, 10)}`
  await withLock(admin, () => admin.unsafe(`create database ${name} template ${template} strategy file_copy`))
  return {
    url: urlOf(name),
    drop: async () => {
      await admin.unsafe(`drop database if exists ${name} with (force)`)
      await admin.end()
    },
  }
}

/** A database with the schema and nothing in it, for what begins from nothing: the demonstration, the first administrator. */
export async function emptyDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const admin = postgres(serverUrl(), { max: 1, onnotice: () => undefined })
  const name = `e_${process.pid}_${Math.random().toString(36).slice(2, 10)}`
  await admin.unsafe(`create database ${name}`)
  const db = await openDatabase({ url: urlOf(name), poolSize: 2, statementTimeoutMs: 60_000, prepare: true })
  await migrate(db)
  await migrateJobs(urlOf(name))
  await db.end()
  return {
    url: urlOf(name),
    drop: async () => {
      await admin.unsafe(`drop database if exists ${name} with (force)`)
      await admin.end()
    },
  }
}

async function ensureTemplate(admin: Pool): Promise<string> {
  const name = `template_${fingerprint()}`
  await withLock(admin, async () => {
    const [made] = await admin`select 1 from pg_database where datname = ${name}`
    if (made) return
    const draft = `${name}_draft`
    await admin.unsafe(`drop database if exists ${draft} with (force)`)
    await admin.unsafe(`create database ${draft}`)
    const db = await openDatabase({ url: urlOf(draft), poolSize: 2, statementTimeoutMs: 60_000, prepare: true })
    await migrate(db)
    await migrateJobs(urlOf(draft))
    await furnish(db)
    await db.end()
    await admin.unsafe(`alter database ${draft} rename to ${name}`)
  })
  return name
}

async function withLock(admin: Pool, work: () => Promise<unknown>): Promise<void> {
  await admin`select pg_advisory_lock(${lockKey})`
  try {
    await work()
  } finally {
    await admin`select pg_advisory_unlock(${lockKey})`
  }
}

function urlOf(database: string): string {
  const url = new URL(serverUrl())
  url.pathname = `/${database}`
  return url.toString()
}

/** Changes when the schema or the furniture does, so that a server kept between runs never gives an old world. */
function fingerprint(): string {
  const hash = createHash('sha256')
  for (const file of readdirSync(migrationsFolder).sort()) hash.update(readFileSync(join(migrationsFolder, file)))
  hash.update(readFileSync(join(supportFolder, 'furnish.ts')))
  return hash.digest('hex').slice(0, 16)
}
