import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { projectRoot } from '../project-root.ts'
import { StartupProblem } from '../startup-problem.ts'
import type { Pool } from './pool.ts'

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
 */
export async function migrate(pool: Pool, folder: string = migrationsFolder): Promise<{ applied: string[] }> {
  const migrations = await readMigrations(folder)
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
