import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../platform/config/index.ts'
import { openDatabase } from '../platform/db/index.ts'
import { archiveFolderOf, backUpCluster } from '../platform/embedded-postgres/index.ts'
import { copyFolder, copyStoredFiles } from './copy-files.ts'
import { type HouseFacts, selectHouseFacts } from './house-facts.queries.ts'
import type { Manifest } from './manifest.ts'
import { refuseInside } from './refuse-inside.ts'

export interface BackedUp {
  readonly base: string
  readonly facts: HouseFacts
  readonly newFiles: number
  readonly archivesWal: boolean
}

/**
 * Copies a house that is at work into a folder: the database as it stands at the end of the copy, its log key and heads,
 * and the stored files that the folder lacks. Files are copied after the database, so that whatever a row names is there:
 * they come before their row and are never altered. May be done again and again into the same folder.
 *
 * The archived log is moved into the folder: from a base copy on, the house can be restored to any moment.
 */
export async function backUpHouse(
  embeddedUrl: string,
  config: Pick<Config, 'dataFolder' | 'logKeyFile'>,
  backup: string,
  now: Date,
): Promise<BackedUp> {
  refuseInside(config.dataFolder, backup)
  const db = await openDatabase({ url: embeddedUrl, poolSize: 1, statementTimeoutMs: 600_000, prepare: false })
  try {
    const [place] = await db<{ cluster: string }[]>`select current_setting('data_directory') as cluster`
    const cluster = place?.cluster ?? ''
    const folder = join(backup, 'bases', now.toISOString().replaceAll(':', '-'))
    await mkdir(folder, { recursive: true, mode: 0o700 })
    let facts: HouseFacts | undefined
    const base = await backUpCluster({
      url: embeddedUrl,
      cluster,
      target: join(folder, 'banco'),
      beforeEnd: async () => {
        // Heads are written down after their commit: every one read now is in the copied database.
        await copyFolder(join(config.dataFolder, 'registro'), join(folder, 'registro'), { again: true })
        facts = await selectHouseFacts(db)
      },
    })
    const state = await readFile(join(config.dataFolder, 'postgres.json'), 'utf8')
    const { password } = JSON.parse(state) as { password: string }
    await writeFile(join(folder, 'senha-do-banco.json'), JSON.stringify({ password }), { mode: 0o600 })
    await copyFolder(join(config.dataFolder, 'chaves'), join(backup, 'chaves'), { again: true })
    const newFiles = await copyStoredFiles(join(config.dataFolder, 'arquivos'), join(backup, 'arquivos'))
    const archivesWal = await moveArchive(cluster, backup)
    if (!facts) throw new Error('the house was not looked at')
    const manifest: Manifest = {
      formato: 'carimbo-copia-1',
      versao: (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim(),
      terminada: base.endedAt.toISOString(),
      primeiroSegmento: base.firstSegment,
      fatos: facts,
      arquivaWal: archivesWal,
      arquivos: base.files,
    }
    await writeFile(join(folder, 'manifesto.json'), JSON.stringify(manifest, null, 2), { mode: 0o600, flush: true })
    return { base: folder, facts, newFiles, archivesWal }
  } finally {
    await db.end({ timeout: 5 })
  }
}

/** Segments leave the data folder only when they are on the disk of the backup. */
async function moveArchive(cluster: string, backup: string): Promise<boolean> {
  const folder = archiveFolderOf(cluster)
  if (!existsSync(folder)) return false
  await mkdir(join(backup, 'wal'), { recursive: true, mode: 0o700 })
  for (const name of await copyFolder(folder, join(backup, 'wal'), { again: false })) await rm(join(folder, name))
  return true
}
