import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../platform/config/index.ts'
import { openDatabase } from '../platform/db/index.ts'
import { endRestoring, placeCluster, startEmbeddedPostgres } from '../platform/embedded-postgres/index.ts'
import { StartupProblem } from '../platform/startup-problem.ts'
import { compareHouse, type Restored } from './compare-house.ts'
import { copyFolder, copyStoredFiles } from './copy-files.ts'
import { type Base, checkBase, readBases } from './manifest.ts'
import { refuseFull } from './refuse-full.ts'

/**
 * Makes a house out of a backup in an empty data folder, as it was at a moment (with an archived log) or as late as the
 * backup goes, starts its database once, and compares: counts and root as written down at the copy, everything against
 * its seals, every stored file against its name. Never over a house that is there.
 */
export async function restoreHouse(request: {
  readonly backup: string
  readonly config: Pick<Config, 'dataFolder'>
  readonly until: Date | undefined
  readonly unsafeForTests?: boolean
}): Promise<Restored> {
  const { backup, config, until } = request
  const { dataFolder } = config
  refuseFull(dataFolder)
  const base = await chooseBase(backup, until)
  await checkBase(base)
  await mkdir(dataFolder, { recursive: true, ...(request.unsafeForTests ? { mode: 0o755 } : {}) })
  const { password } = JSON.parse(await readFile(join(base.folder, 'senha-do-banco.json'), 'utf8'))
  const unsafe = request.unsafeForTests ? { unsafeForTests: true } : {}
  const wal = base.manifest.arquivaWal ? join(backup, 'wal') : undefined
  placeCluster({ dataFolder, base: join(base.folder, 'banco'), password, wal, until, ...unsafe })
  await copyFolder(join(backup, 'chaves'), join(dataFolder, 'chaves'), { again: true })
  await copyFolder(join(base.folder, 'registro'), join(dataFolder, 'registro'), { again: true })
  await copyStoredFiles(join(backup, 'arquivos'), join(dataFolder, 'arquivos'))
  const server = await startEmbeddedPostgres({ dataFolder, ...unsafe }).catch((error) => explain(error, until))
  try {
    return await compare(server.url, base, dataFolder)
  } finally {
    await server.stop()
  }
}

async function compare(url: string, base: Base, dataFolder: string): Promise<Restored> {
  const db = await openDatabase({ url, poolSize: 4, statementTimeoutMs: 600_000, prepare: false })
  try {
    const [place] = await db<{ cluster: string }[]>`select current_setting('data_directory') as cluster`
    endRestoring(place?.cluster ?? '')
    return await compareHouse(db, base.manifest.fatos, base.folder, dataFolder)
  } finally {
    await db.end({ timeout: 5 })
  }
}

/** The last whole copy that ended before the moment. */
async function chooseBase(backup: string, until: Date | undefined): Promise<Base> {
  const bases = await readBases(backup)
  if (bases.length === 0) throw new StartupProblem(`Não há cópia inteira em ${backup}.`)
  const base = bases.filter(({ manifest }) => !until || new Date(manifest.terminada) <= until).at(-1)
  if (!base) {
    const [first] = bases
    throw new StartupProblem(`A primeira cópia é de ${first?.manifest.terminada}: não há como voltar a antes dela.`)
  }
  if (until && !base.manifest.arquivaWal) {
    throw new StartupProblem(
      `A cópia de ${base.manifest.terminada} foi feita sem arquivar o WAL: ela só pode ser restaurada como estava (sem --until).`,
    )
  }
  return base
}

function explain(error: unknown, until: Date | undefined): never {
  if (until && error instanceof StartupProblem && error.message.includes('recovery ended before')) {
    throw new StartupProblem(
      'O momento pedido é depois do que a cópia alcança. Restaure sem --until para ter tudo o que há nela.',
      { cause: error },
    )
  }
  throw error
}
