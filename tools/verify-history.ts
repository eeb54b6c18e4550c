import { join } from 'node:path'
import { proveHouse, tellBroken, tellEliminated } from '../src/capabilities/proofs/index.ts'
import { readConfig } from '../src/platform/config/index.ts'
import { openDatabase } from '../src/platform/db/index.ts'
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/index.ts'
import { openFolderFileStore } from '../src/platform/files/index.ts'

/** bin/verify-history: proves that history, texts, signatures and files are as they were sealed (exit 0), or names each broken one (exit 2). */
const config = readConfig(process.env)
const embedded = config.databaseUrl ? undefined : await startEmbeddedPostgres({ dataFolder: config.dataFolder })
const url = config.databaseUrl ?? embedded?.url ?? ''
const db = await openDatabase({ url, poolSize: 4, statementTimeoutMs: 600_000, prepare: config.prepareStatements })
const say = (sentence: string) => void process.stdout.write(`${sentence}\n`)
try {
  const files = await openFolderFileStore({ folder: join(config.dataFolder, 'arquivos') })
  const proof = await proveHouse(db, files, config)
  const { seals, events, records, files: count, entries, entriesMoved, witnessed, broken, eliminated } = proof
  for (const one of eliminated) say(tellEliminated(one))
  for (const one of broken) say(tellBroken(one))
  for (const one of proof.stamps) say(one)
  if (entriesMoved > 0) say(`${entriesMoved} registros da auditoria passaram do prazo e estão em arquivo, conferidos.`)
  if (!witnessed) say('A chave do registro não está na pasta de dados: as cabeças assinadas não foram conferidas.')
  const verdict = broken.length === 0 ? 'tudo íntegro' : `${broken.length} problemas`
  const trail = `${entries} registros da auditoria`
  say(
    `${seals} selos, ${events} andamentos, ${records} registros, ${trail} e ${count} arquivos conferidos: ${verdict}.`,
  )
  process.exitCode = broken.length === 0 ? 0 : 2
} finally {
  await db.end({ timeout: 5 })
  await embedded?.stop()
}
