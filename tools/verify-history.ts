import { tellTampering, verifyHistory } from '../src/capabilities/history/index.ts'
import { readConfig } from '../src/platform/config/index.ts'
import { openDatabase } from '../src/platform/db/index.ts'
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/index.ts'

/** bin/verify-history: proves that the history is as it was sealed (exit 0), or names each broken row (exit 2). */
const config = readConfig(process.env)
const embedded = config.databaseUrl ? undefined : await startEmbeddedPostgres({ dataFolder: config.dataFolder })
const url = config.databaseUrl ?? embedded?.url ?? ''
const db = await openDatabase({ url, poolSize: 2, statementTimeoutMs: 600_000, prepare: config.prepareStatements })
try {
  const { seals, events, tampering } = await verifyHistory(db)
  for (const one of tampering) process.stdout.write(`${tellTampering(one)}\n`)
  process.stdout.write(
    `${seals} selos e ${events} andamentos conferidos: ${tampering.length === 0 ? 'tudo íntegro' : `${tampering.length} problemas`}.\n`,
  )
  process.exitCode = tampering.length === 0 ? 0 : 2
} finally {
  await db.end({ timeout: 5 })
  await embedded?.stop()
}
