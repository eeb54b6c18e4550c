import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dump, migrate, openDatabase } from '../src/platform/db/index.ts'
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/index.ts'
import { projectRoot } from '../src/platform/project-root.ts'

/** bin/dump-schema: writes db/schema.sql from the migrations, on a database made for it and thrown away. */
const dataFolder = await mkdtemp(join(tmpdir(), 'carimbo-schema-'))
const server = await startEmbeddedPostgres({ dataFolder, unsafeForTests: true })
const db = await openDatabase({ url: server.url, poolSize: 2, statementTimeoutMs: 60_000, prepare: true })
try {
  await migrate(db)
  await writeFile(join(projectRoot, 'db', 'schema.sql'), await dump(db))
} finally {
  await db.end({ timeout: 5 })
  await server.stop()
  await rm(dataFolder, { recursive: true, force: true })
}
