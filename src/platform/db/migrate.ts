import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { projectRoot } from '../project-root.ts'
import { StartupProblem } from '../startup-problem.ts'
import type { Database, Pool } from './pool.ts'

const lockKey = 7_241_993
export const migrationsFolder = join(projectRoot, 'db', 'migrations')

interface Migration {
  readonly name: string
  readonly text: string
  readonly sha256: string
}

/**
 * Brings the schema up to date: plain SQL files in the order of their names, forward only, each in one transaction
 * (except those that begin with `-- sem-transacao`, for concurrent indexes). Two nodes that start at once are settled
 * by an advisory lock. A file that changed after it was applied stops the start: history is not rewritten.
 *
 * With `only`, no further than these: what a copy of the tables was made of.
 */
export async function migrate(
  pool: Pool,
  folder: string = migrationsFolder,
  only?: readonly string[],
): Promise<{ applied: string[] }> {
  const migrations = (await readMigrations(folder)).filter(({ name }) => !only || only.includes(name))
  const connection = await pool.reserve()
  try {
    await connection`set statement_timeout = 0`
    await connection`select pg_advisory_lock(${lockKey})`
    await connection`create schema if not exists platform`
    await connection`create table if not exists platform.migration (
      name text primary key, sha256 text not null, applied_at timestamptz not null default now())`
    const rows = await connection<{ name: string; sha256: string }[]>`select name, sha256 from platform.migration`
    const known = new Map(rows.map((row) => [row.name, row.sha256]))
    refuseStrangers(known, migrations)
    const applied: string[] = []
    for (const migration of migrations.filter(({ name }) => !known.has(name))) {
      await apply(connection, migration)
      applied.push(migration.name)
    }
    return { applied }
  } finally {
    await connection`select pg_advisory_unlock(${lockKey})`
    await connection`reset statement_timeout`
    connection.release()
  }
}

/** A migration as a database remembers it. */
export interface AppliedMigration {
  readonly name: string
  readonly sha256: string
}

/** The migrations that made a database, in their order. */
export async function appliedMigrations(db: Database): Promise<AppliedMigration[]> {
  return db<AppliedMigration[]>`select name, sha256 from platform.migration order by name`
}

/** Every schema that these migrations make, and the queue's own; refuses migrations that this program does not have. */
export async function schemasOf(applied: readonly AppliedMigration[], folder = migrationsFolder): Promise<string[]> {
  const migrations = await readMigrations(folder)
  refuseStrangers(new Map(applied.map(({ name, sha256 }) => [name, sha256])), migrations)
  const names = migrations.flatMap(({ text }) => [...text.matchAll(/^create schema (\w+)/gim)].map(([, name]) => name))
  return ['platform', 'graphile_worker', ...names.filter((name) => name !== undefined)].sort()
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name)).sort()
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8')
      return { name, text, sha256: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

function refuseStrangers(known: Map<string, string>, migrations: readonly Migration[]): void {
  for (const [name, sha256] of known) {
    const migration = migrations.find((candidate) => candidate.name === name)
    if (!migration) {
      throw new StartupProblem(
        `O banco de dados é de uma versão mais nova do Carimbo (migração ${name}). Atualize o programa.`,
      )
    }
    if (migration.sha256 !== sha256) {
      throw new StartupProblem(`A migração ${name} foi alterada depois de aplicada. Restaure o arquivo original.`)
    }
  }
}

async function apply(connection: Awaited<ReturnType<Pool['reserve']>>, migration: Migration): Promise<void> {
  const record = connection`insert into platform.migration (name, sha256) values (${migration.name}, ${migration.sha256})`
  if (migration.text.startsWith('-- sem-transacao')) {
    for (const statement of migration.text.split(/;\s*$/m).filter((part) => part.trim()))
      await connection.unsafe(statement)
    await record
    return
  }
  await connection`begin`
  try {
    await connection.unsafe(migration.text)
    await record
    await connection`commit`
  } catch (error) {
    await connection`rollback`
    throw new Error(`migration ${migration.name} failed: ${(error as Error).message}`, { cause: error })
  }
}
