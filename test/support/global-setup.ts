import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/index.ts'

/**
 * Gives the tests a real PostgreSQL. `npm test` starts one for all its steps and says where; a bare `vitest run` has none,
 * so one is started here and stopped afterwards. Workers read CARIMBO_TEST_DATABASE_URL.
 */
export async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.CARIMBO_TEST_DATABASE_URL) return undefined
  const dataFolder = await mkdtemp(join(tmpdir(), 'carimbo-testes-'))
  const server = await startEmbeddedPostgres({ dataFolder, database: 'postgres', unsafeForTests: true })
  process.env.CARIMBO_TEST_DATABASE_URL = server.url
  return async () => {
    await server.stop()
    await rm(dataFolder, { recursive: true, force: true })
  }
}
