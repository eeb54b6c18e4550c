import { resolve } from 'node:path'
import { readConfig } from '../src/platform/config/index.ts'
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/index.ts'
import { StartupProblem } from '../src/platform/startup-problem.ts'
import { backUpHouse } from '../src/safekeeping/back-up-house.ts'

/** bin/backup FOLDER: copies a house that is at work. */
const [folder, ...others] = process.argv.slice(2)
const say = (sentence: string) => void process.stdout.write(`${sentence}\n`)
try {
  if (!folder || folder.startsWith('-') || others.length > 0) {
    throw new StartupProblem('Diga a pasta da cópia, de outro disco: bin/backup /caminho/da/copia')
  }
  const config = readConfig(process.env)
  if (config.databaseUrl) {
    throw new StartupProblem(
      'Este comando copia o banco embutido. Com DATABASE_URL, copie o banco com pg_basebackup e, depois dele, as pastas arquivos, chaves e registro.',
    )
  }
  const embedded = await startEmbeddedPostgres({ dataFolder: config.dataFolder, archiveWal: config.archivesWal })
  try {
    const { base, facts, newFiles, archivesWal } = await backUpHouse(embedded.url, config, resolve(folder), new Date())
    const counted = Object.entries(facts.counts).map(([name, count]) => `${count} ${name}`)
    say(`Cópia feita em ${base}.`)
    say(
      `${counted.join(', ')}; ${newFiles} arquivos novos; ${facts.head?.size ?? 0} selos, raiz ${facts.head?.root ?? '–'}.`,
    )
    say(
      archivesWal
        ? 'O WAL está sendo arquivado: desta cópia em diante se pode voltar a qualquer momento (bin/restore --until).'
        : 'O WAL não é arquivado: esta cópia se restaura como está. Com CARIMBO_ARQUIVAR_WAL=sim se poderá voltar a qualquer momento.',
    )
  } finally {
    await embedded.stop()
  }
} catch (error) {
  if (!(error instanceof StartupProblem)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
