import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { startEmbeddedPostgres } from './index.ts'
import { readPostmaster } from './postmaster-file.ts'
import {
  ask,
  asRoot,
  ended,
  isAlive,
  probe,
  startInAnotherProcess,
  temporaryFolder,
  until,
} from './processes.test-support.ts'

describe('what may go wrong at the first start', { timeout: 60_000 }, () => {
  test('a creation killed in the middle is swept away and done again', async () => {
    const place = temporaryFolder()
    const child = spawn(process.execPath, [probe, place], { stdio: 'ignore' })
    await until(() => readdirSync(place).some((name) => name.includes('criando')))
    await sleep(150)
    child.kill('SIGKILL')
    await ended(child)
    expect(existsSync(join(place, 'postgres'))).toBe(false)
    const server = await startEmbeddedPostgres({ dataFolder: place, unsafeForTests: true })
    expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await server.stop()
    rmSync(place, { recursive: true, force: true, maxRetries: 5 })
  })

  test('a folder with other things in it is left alone', async () => {
    const place = temporaryFolder()
    mkdirSync(join(place, 'postgres'))
    writeFileSync(join(place, 'postgres', 'fotografia.jpg'), 'x')
    await expect(startEmbeddedPostgres({ dataFolder: place })).rejects.toThrow(/não está vazia nem é um banco de dados/)
    expect(existsSync(join(place, 'postgres', 'fotografia.jpg'))).toBe(true)
    rmSync(place, { recursive: true })
  })

  test('a data folder that cannot be made is refused in one sentence', async () => {
    const place = temporaryFolder()
    writeFileSync(join(place, 'arquivo'), 'x')
    const refused = expect(startEmbeddedPostgres({ dataFolder: join(place, 'arquivo', 'dados') })).rejects
    await refused.toThrow(/a pasta de dados não pode ser criada/)
    rmSync(place, { recursive: true })
  })

  test('a test server ends with its process, even killed', async () => {
    const place = temporaryFolder()
    const child = await startInAnotherProcess(place, 'unsafe')
    const pid = readPostmaster(join(place, 'postgres'))?.pid ?? 0
    child.process.kill('SIGKILL')
    await until(() => !isAlive(pid) && !existsSync(join(place, 'postgres')))
    rmSync(place, { recursive: true, force: true })
  })

  test.runIf(asRoot)(
    'below a folder that only root may pass, programs and data go where the server can read',
    async () => {
      const closed = mkdtempSync(join(tmpdir(), 'carimbo-fechada-'))
      const systemFolder = temporaryFolder()
      chmodSync(closed, 0o700)
      const server = await startEmbeddedPostgres({ dataFolder: join(closed, 'dados'), systemFolder })
      expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
      expect(readdirSync(systemFolder).filter((name) => name.startsWith('dados-'))).toHaveLength(1)
      expect(existsSync(join(closed, 'dados', 'postgres'))).toBe(false)
      await server.stop()
      rmSync(closed, { recursive: true })
      rmSync(systemFolder, { recursive: true })
    },
  )
})
