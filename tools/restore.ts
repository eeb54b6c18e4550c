import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { tellBroken } from '../src/capabilities/proofs/index.ts'
import { readConfig } from '../src/platform/config/index.ts'
import { StartupProblem } from '../src/platform/startup-problem.ts'
import { restoreHouse } from '../src/safekeeping/restore-house.ts'
import { restoreTables } from '../src/safekeeping/tables/restore-tables.ts'

/**
 * bin/restore FOLDER [--until TIME]: makes a house out of a backup in the empty folder of CARIMBO_DADOS, and compares. With
 * DATABASE_URL, its tables go into that empty database.
 */
const say = (sentence: string) => void process.stdout.write(`${sentence}\n`)
try {
  const { values, positionals } = parseArgs({ options: { until: { type: 'string' } }, allowPositionals: true })
  const [folder] = positionals
  const until = values.until === undefined ? undefined : new Date(values.until)
  if (!folder || positionals.length > 1 || (until && Number.isNaN(until.getTime()))) {
    throw new StartupProblem('Use: bin/restore PASTA-DA-COPIA [--until 2026-03-10T13:42:00-03:00]')
  }
  const config = readConfig(process.env)
  const url = config.directDatabaseUrl
  if (url && until) {
    throw new StartupProblem(
      'Com DATABASE_URL, a cópia é das tabelas num só momento: não há como voltar a outro. Restaure sem --until.',
    )
  }
  const backup = resolve(folder)
  const restored = url
    ? await restoreTables({ backup, url, config, say })
    : await restoreHouse({ backup, config, until })
  for (const one of restored.broken) say(tellBroken(one))
  say(`Casa restaurada em ${config.dataFolder}, da cópia ${restored.base}.`)
  say(`${restored.seals} selos e ${restored.files} arquivos conferidos.`)
  const isWhole = restored.isSame && restored.broken.length === 0
  say(
    isWhole
      ? 'Contagens, raiz do registro e resumo de cada arquivo são os da cópia.'
      : `NÃO CONFERE com a cópia: esperado ${JSON.stringify(restored.promised)}, achado ${JSON.stringify(restored.found)}.`,
  )
  process.exitCode = isWhole ? 0 : 2
} catch (error) {
  if (!(error instanceof StartupProblem)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
