import { resolve } from 'node:path'
import { type Config, readConfig } from '../src/platform/config/index.ts'
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/index.ts'
import { StartupProblem } from '../src/platform/startup-problem.ts'
import { backUpHouse } from '../src/safekeeping/back-up-house.ts'
import type { HouseFacts } from '../src/safekeeping/house-facts.queries.ts'
import { backUpTables } from '../src/safekeeping/tables/back-up-tables.ts'

/** bin/backup FOLDER: copies a house that is at work, with the embedded server or with one of one's own. */
const [folder, ...others] = process.argv.slice(2)
const say = (sentence: string) => void process.stdout.write(`${sentence}\n`)
try {
  if (!folder || folder.startsWith('-') || others.length > 0) {
    throw new StartupProblem('Diga a pasta da cópia, de outro disco: bin/backup /caminho/da/copia')
  }
  const config = readConfig(process.env)
  if (config.directDatabaseUrl) await copyTables(config.directDatabaseUrl, config, resolve(folder))
  else await copyCluster(config, resolve(folder))
} catch (error) {
  if (!(error instanceof StartupProblem)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}

/** The embedded server: its files, and its log where that is kept. */
async function copyCluster(config: Config, folder: string): Promise<void> {
  const embedded = await startEmbeddedPostgres({ dataFolder: config.dataFolder, archiveWal: config.archivesWal })
  try {
    const { base, facts, newFiles, archivesWal } = await backUpHouse(embedded.url, config, folder, new Date())
    say(`Cópia feita em ${base}.`)
    tellFacts(facts, newFiles)
    say(
      archivesWal
        ? 'O WAL está sendo arquivado: desta cópia em diante se pode voltar a qualquer momento (bin/restore --until).'
        : 'O WAL não é arquivado: esta cópia se restaura como está. Com CARIMBO_ARQUIVAR_WAL=sim se poderá voltar a qualquer momento.',
    )
  } finally {
    await embedded.stop()
  }
}

/** A PostgreSQL of one's own: its tables, through a connection. */
async function copyTables(url: string, config: Config, folder: string): Promise<void> {
  const { copy, facts, tables, rows, newFiles } = await backUpTables(url, config, folder, new Date())
  say(`Cópia feita em ${copy}: ${tables} tabelas, ${rows} linhas.`)
  tellFacts(facts, newFiles)
  say(
    'Com DATABASE_URL, a cópia se restaura como estava neste momento, e em nenhum outro. Para voltar a qualquer momento, arquive também o WAL com as ferramentas do PostgreSQL.',
  )
}

function tellFacts({ counts, head }: HouseFacts, newFiles: number): void {
  const counted = Object.entries(counts).map(([name, count]) => `${count} ${name}`)
  say(`${counted.join(', ')}; ${newFiles} arquivos novos; ${head?.size ?? 0} selos, raiz ${head?.root ?? '–'}.`)
}
