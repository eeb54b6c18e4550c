// A process of its own for the tests: starts the server of a folder, says so, and waits for a signal.
import { startEmbeddedPostgres } from './index.ts'

const [dataFolder = '', unsafe] = process.argv.slice(2)
const server = await startEmbeddedPostgres({ dataFolder, unsafeForTests: unsafe === 'unsafe' })
process.on('SIGTERM', async () => {
  await server.stop()
  process.exit(0)
})
process.on('SIGHUP', () => process.exit(1))
setInterval(() => undefined, 1_000)
process.stdout.write(`${JSON.stringify({ url: server.url, port: server.port })}\n`)
