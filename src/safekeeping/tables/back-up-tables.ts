import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../../platform/config/index.ts'
import { appliedMigrations, openDatabase, schemasOf, type Transaction } from '../../platform/db/index.ts'
import { syncFolder } from '../../platform/sync-folder.ts'
import { copyFolder, copyStoredFiles } from '../copy-files.ts'
import { type HouseFacts, selectHouseFacts } from '../house-facts.queries.ts'
import { refuseInside } from '../refuse-inside.ts'
import { speakPlainly, writeTable } from './copy-tables.ts'
import { fileOfTable, type TableManifest } from './table-manifest.ts'
import { selectQueueSteps, selectSequences, selectTables } from './tables.queries.ts'

export interface BackedUpTables {
  readonly copy: string
  readonly facts: HouseFacts
  readonly tables: number
  readonly rows: number
  readonly newFiles: number
}

/**
 * Copies a house at work whose database is a PostgreSQL of one's own, with nothing but a connection to it: all its tables
 * as one snapshot saw them, then the key of the log and the stored files that the folder lacks. Nobody waits for it.
 *
 * Heads are copied before the snapshot, since they are written down after their commit: the snapshot holds each of them.
 * Files come before their row and are never altered, so the last of them are copied after it; most were before, so that
 * few can be eliminated in between.
 */
export async function backUpTables(
  url: string,
  config: Pick<Config, 'dataFolder' | 'logKeyFile'>,
  backup: string,
  now: Date,
): Promise<BackedUpTables> {
  refuseInside(config.dataFolder, backup)
  const copyFiles = () => copyStoredFiles(join(config.dataFolder, 'arquivos'), join(backup, 'arquivos'))
  const folder = join(backup, 'tabelas', now.toISOString().replaceAll(':', '-'))
  const db = await openDatabase({ url, poolSize: 1, statementTimeoutMs: 600_000, prepare: false })
  try {
    const first = await copyFiles()
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await copyFolder(join(config.dataFolder, 'registro'), join(folder, 'registro'), { again: true })
    const manifest = await db.begin('isolation level repeatable read read only', (trx) => copyAll(trx, folder))
    await copyFolder(join(config.dataFolder, 'chaves'), join(backup, 'chaves'), { again: true })
    const newFiles = first + (await copyFiles())
    const path = join(folder, 'manifesto.json')
    await writeFile(`${path}.parte`, JSON.stringify(manifest, null, 2), { mode: 0o600, flush: true })
    await rename(`${path}.parte`, path)
    for (const name of [folder, join(backup, 'tabelas'), backup]) await syncFolder(name)
    const tables = Object.values(manifest.tabelas)
    const rows = tables.reduce((sum, { linhas }) => sum + linhas, 0)
    return { copy: folder, facts: manifest.fatos, tables: tables.length, rows, newFiles }
  } finally {
    await db.end({ timeout: 5 })
  }
}

async function copyAll(trx: Transaction, folder: string): Promise<TableManifest> {
  await speakPlainly(trx)
  const migrations = await appliedMigrations(trx)
  const schemas = await schemasOf(migrations)
  const facts = await selectHouseFacts(trx)
  const [moment] = await trx<{ now: Date; next: string }[]>`
    select now(), pg_snapshot_xmax(pg_current_snapshot())::text as next`
  if (!moment) throw new Error('the snapshot was not looked at')
  const tables: Record<string, TableManifest['tabelas'][string]> = {}
  for (const table of await selectTables(trx, schemas)) {
    const { rows, sha256 } = await writeTable(trx, table, fileOfTable(folder, table.name))
    tables[table.name] = { colunas: table.columns, linhas: rows, sha256 }
  }
  return {
    formato: 'carimbo-tabelas-1',
    momento: moment.now.toISOString(),
    fatos: facts,
    transacao: moment.next,
    migracoes: [...migrations],
    passosDaFila: await selectQueueSteps(trx),
    // Sequences know no snapshot: read last, they have given at least the numbers of every row that was copied.
    sequencias: await selectSequences(trx, schemas),
    tabelas: tables,
  }
}
