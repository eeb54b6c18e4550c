import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../../platform/config/index.ts'
import {
  type Database,
  migrate,
  openDatabase,
  type Pool,
  schemasOf,
  type Transaction,
} from '../../platform/db/index.ts'
import { migrateJobs } from '../../platform/jobs/index.ts'
import { StartupProblem } from '../../platform/startup-problem.ts'
import { compareHouse, type Restored } from '../compare-house.ts'
import { copyFolder, copyStoredFiles } from '../copy-files.ts'
import { refuseFull } from '../refuse-full.ts'
import { readTable, speakPlainly } from './copy-tables.ts'
import { checkTableCopy, fileOfTable, newestTableCopy, type TableCopy, type TableManifest } from './table-manifest.ts'
import {
  countRows,
  holdsAnything,
  passTransactions,
  selectObstacles,
  selectQueueSteps,
  selectTables,
  setSequences,
  transactionsUntil,
} from './tables.queries.ts'

/**
 * Makes a house out of the newest copy of its tables, in an empty database of a PostgreSQL of one's own and an empty data
 * folder, and compares as every restoration does. Who connects must own the database; no other right is needed.
 *
 * All rows come in one transaction, with triggers and foreign keys set aside; the keys are checked anew when they come back.
 */
export async function restoreTables(request: {
  readonly backup: string
  readonly url: string
  readonly config: Pick<Config, 'dataFolder'>
  readonly say?: (sentence: string) => void
}): Promise<Restored> {
  const { backup, url, config, say = () => undefined } = request
  const { dataFolder } = config
  refuseFull(dataFolder)
  const copy = await newestTableCopy(backup)
  const { manifest, folder } = copy
  const schemas = await schemasOf(manifest.migracoes)
  await checkTableCopy(copy)
  const db = await openDatabase({ url, poolSize: 4, statementTimeoutMs: 600_000, prepare: false })
  try {
    await refuseDatabase(db, manifest)
    await mkdir(dataFolder, { recursive: true })
    await copyStoredFiles(join(backup, 'arquivos'), join(dataFolder, 'arquivos'))
    await copyFolder(join(backup, 'chaves'), join(dataFolder, 'chaves'), { again: true })
    await copyFolder(join(folder, 'registro'), join(dataFolder, 'registro'), { again: true })
    await makeSchema(db, url, manifest)
    await db.begin((trx) => load(trx, copy, schemas))
    await reachTransaction(db, manifest.transacao, say)
    await db.unsafe('analyze')
    return await compareHouse(db, manifest.fatos, folder, dataFolder)
  } finally {
    await db.end({ timeout: 5 })
  }
}

async function refuseDatabase(db: Database, { transacao }: TableManifest): Promise<void> {
  if (await holdsAnything(db)) {
    throw new StartupProblem(
      'O banco de DATABASE_URL não está vazio: restaurar por cima do que existe é proibido. Crie outro banco.',
    )
  }
  if ((await transactionsUntil(db, transacao)) > mostTransactions) {
    throw new StartupProblem(
      'O servidor de origem está mais de um bilhão de transações à frente deste: restaure por pg_basebackup.',
    )
  }
}

/** Beyond this a server must clean up before it lets any more begin. */
const mostTransactions = 1_000_000_000

async function makeSchema(db: Pool, url: string, { migracoes, passosDaFila }: TableManifest): Promise<void> {
  const names = migracoes.map(({ name }) => name)
  await migrate(db, undefined, names)
  await migrateJobs(url)
  if (JSON.stringify(await selectQueueSteps(db)) !== JSON.stringify(passosDaFila)) {
    throw new StartupProblem(
      'A fila de trabalhos da cópia é de outra versão do Carimbo: restaure com a versão que a fez e atualize depois.',
    )
  }
}

async function load(trx: Transaction, { folder, manifest }: TableCopy, schemas: readonly string[]): Promise<void> {
  await speakPlainly(trx)
  const tables = await selectTables(trx, schemas)
  const promised = Object.entries(manifest.tabelas)
  const shape = tables.map(({ name, columns }) => [name, columns])
  if (JSON.stringify(shape) !== JSON.stringify(promised.map(([name, { colunas }]) => [name, colunas]))) {
    throw new StartupProblem('As tabelas da cópia não são as que as suas migrações fazem: use outra cópia.')
  }
  const obstacles = await selectObstacles(trx, schemas)
  for (const { away } of obstacles) await trx.unsafe(away)
  await trx.unsafe(`truncate ${tables.map(({ name }) => name).join(', ')}`)
  for (const table of tables) await readTable(trx, table, fileOfTable(folder, table.name))
  for (const { back } of obstacles) await trx.unsafe(back)
  await setSequences(trx, manifest.sequencias)
  const counted = await countRows(trx, tables)
  for (const [name, { linhas }] of promised) {
    if (counted[name] === linhas) continue
    throw new StartupProblem(`A tabela ${name} veio com ${counted[name]} linhas, e a cópia promete ${linhas}.`)
  }
}

async function reachTransaction(db: Pool, wanted: string, say: (sentence: string) => void): Promise<void> {
  const missing = await transactionsUntil(db, wanted)
  if (missing === 0) return
  say(
    `Levando o servidor à transação ${wanted}, em que os selos se apoiam (faltam ${missing.toLocaleString('pt-BR')})…`,
  )
  await passTransactions(db, wanted)
}
