import { chmod, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/index.ts'
import { makeQuickFolder } from '../../tools/run-tests/quick-folder.ts'

/**
 * Gives the tests a real PostgreSQL. `npm test` starts one for all its steps and says where; a bare `vitest run` has none,
 * so one is started here and stopped afterwards. Workers read CARIMBO_TEST_DATABASE_URL.
 */
export async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.CARIMBO_TEST_DATABASE_URL) return undefined
  const folder = makeQuickFolder('carimbo-testes-')
  await chmod(folder, 0o755)
  const temporary = join(folder, 'tmp')
  await mkdir(temporary)
  const dataFolder = join(folder, 'dados')
  const server = await startEmbeddedPostgres({ dataFolder, database: 'postgres', unsafeForTests: true })
  process.env.CARIMBO_TEST_DATABASE_URL = server.url
  process.env.TMPDIR = temporary
  return async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
