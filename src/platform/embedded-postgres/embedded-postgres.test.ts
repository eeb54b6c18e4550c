import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './index.ts'
import { readPostmaster, writtenPid } from './postmaster-file.ts'
import { ask, asRoot, ended, isAlive, startInAnotherProcess, temporaryFolder, until } from './processes.test-support.ts'

let folder: string
let cluster: string
const open: EmbeddedPostgres[] = []
const children: ChildProcess[] = []

beforeAll(() => {
  folder = temporaryFolder()
  cluster = join(folder, 'postgres')
})

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const server of open.splice(0)) await server.stop()
})

afterAll(async () => {
  const pid = readPostmaster(cluster)?.pid
  if (pid !== undefined) process.kill(pid, 'SIGQUIT')
  await sleep(100)
  rmSync(folder, { recursive: true, force: true })
})

describe('one installation, in the order of its life', { timeout: 60_000 }, () => {
  test('an empty folder gets a Portuguese cluster, and stopping leaves nothing running', async () => {
    const server = await start()
    const [row] = await ask<{ stem: string; durable: string; checksums: string; sockets: string; wal: string }>(
      server.url,
      `select to_tsvector('portuguese', 'LICITAÇÃO')::text as stem, current_setting('fsync') as durable,
              current_setting('data_checksums') as checksums, current_setting('unix_socket_directories') as sockets,
              current_setting('wal_level') as wal`,
    )
    expect(row).toEqual({ stem: "'licit':1", durable: 'on', checksums: 'on', sockets: '', wal: 'logical' })
    await ask(server.url, 'create table kept (word text)')
    await ask(server.url, `insert into kept values ('guardado')`)
    const pid = readPostmaster(cluster)?.pid ?? 0
    await server.stop()
    expect(isAlive(pid)).toBe(false)
  })

  test('the password is read by its owner only, and no file of the creation is left', () => {
    expect(statSync(join(folder, 'postgres.json')).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder).filter((name) => /senha|criando/.test(name))).toEqual([])
  })

  test('the next start finds the data, on the same port', async () => {
    const before = JSON.parse(readFileSync(join(folder, 'postgres.json'), 'utf8')) as { port: number }
    const server = await start()
    expect(server.port).toBe(before.port)
    expect(await ask(server.url, 'select word from kept')).toEqual([{ word: 'guardado' }])
  })

  test('where its port was taken meanwhile, it takes another', async () => {
    const { port } = JSON.parse(readFileSync(join(folder, 'postgres.json'), 'utf8')) as { port: number }
    const other = createServer().listen(port, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const server = await start()
    other.close()
    expect(server.port).not.toBe(port)
    expect(await ask(server.url, 'select word from kept')).toHaveLength(1)
  })

  test('after kill -9 of the program, the next start joins the server that was left, never a second', async () => {
    const child = await startElsewhere()
    const orphan = readPostmaster(cluster)?.pid ?? 0
    child.process.kill('SIGKILL')
    await ended(child.process)
    expect(isAlive(orphan)).toBe(true)
    const server = await start()
    expect(readPostmaster(cluster)?.pid).toBe(orphan)
    expect(await ask(server.url, 'select word from kept')).toHaveLength(1)
    await server.stop()
    expect(isAlive(orphan)).toBe(false)
  })

  test('a server left over by other settings is stopped and started anew', async () => {
    const child = await startElsewhere()
    const orphan = readPostmaster(cluster)?.pid ?? 0
    child.process.kill('SIGKILL')
    await ended(child.process)
    changeState((state) => ({ ...state, fingerprint: 'of an older program' }))
    await start()
    expect(isAlive(orphan)).toBe(false)
    expect(readPostmaster(cluster)?.pid).not.toBe(orphan)
  })

  test('two starts at once share one server, which stays until the last one leaves', async () => {
    const [one, two, other] = await Promise.all([start(), start(), startElsewhere()])
    expect(new Set([one?.url, two?.url, other?.url]).size).toBe(1)
    const pid = readPostmaster(cluster)?.pid ?? 0
    await one?.stop()
    await two?.stop()
    expect(isAlive(pid)).toBe(true)
    expect(await ask(other?.url ?? '', 'select word from kept')).toHaveLength(1)
    other?.process.kill('SIGTERM')
    await ended(other?.process)
    expect(isAlive(pid)).toBe(false)
  })

  test('a program that ends without stopping it takes the server along', async () => {
    const child = await startElsewhere()
    const pid = readPostmaster(cluster)?.pid ?? 0
    child.process.kill('SIGHUP')
    await ended(child.process)
    await until(() => !isAlive(pid))
  })

  test('kill -9 of the server itself loses nothing: it is started again while in use', async () => {
    const server = await start()
    await ask(server.url, `insert into kept values ('confirmado')`)
    const pid = readPostmaster(cluster)?.pid ?? 0
    process.kill(pid, 'SIGKILL')
    await until(() => {
      const now = readPostmaster(cluster)
      return now !== undefined && now.pid !== pid && now.ready
    })
    expect(await ask(server.url, 'select word from kept')).toHaveLength(2)
  })

  test('a postmaster.pid with the number of a dead process does not hold the start', async () => {
    writePostmasterFile(4_194_303)
    const server = await start()
    expect(await ask(server.url, 'select word from kept')).toHaveLength(2)
  })

  test('a postmaster.pid that a power cut left without a word does not hold the start', async () => {
    writeFileSync(join(cluster, 'postmaster.pid'), '')
    const server = await start()
    expect(await ask(server.url, 'select word from kept')).toHaveLength(2)
  })

  test('a postmaster.pid with the number of another program of the same account does not hold the start', async () => {
    const owner = statSync(cluster)
    const other = spawn('sleep', ['60'], asRoot ? { uid: owner.uid, gid: owner.gid } : {})
    children.push(other)
    writePostmasterFile(other.pid ?? 0)
    const server = await start()
    expect(writtenPid(cluster)).not.toBe(other.pid)
    expect(isAlive(other.pid ?? 0)).toBe(true)
    expect(await ask(server.url, 'select word from kept')).toHaveLength(2)
  })

  test('where the note of the password was lost, access is recovered', async () => {
    rmSync(join(folder, 'postgres.json'))
    const server = await start()
    expect(await ask(server.url, 'select word from kept')).toHaveLength(2)
  })

  test('the data folder may be moved', async () => {
    const moved = `${folder}-mudada`
    renameSync(folder, moved)
    try {
      const server = await startEmbeddedPostgres({ dataFolder: moved })
      expect(await ask(server.url, 'select word from kept')).toHaveLength(2)
      await server.stop()
    } finally {
      renameSync(moved, folder)
    }
  })

  test('a cluster of another version is refused in one sentence', async () => {
    writeFileSync(join(cluster, 'PG_VERSION'), '14\n')
    try {
      await expect(start()).rejects.toThrow(/são do PostgreSQL 14, e este Carimbo traz o 17/)
    } finally {
      writeFileSync(join(cluster, 'PG_VERSION'), '17\n')
    }
  })

  test('a cluster that vanished is not silently replaced by an empty one', async () => {
    renameSync(cluster, `${cluster}-longe`)
    try {
      await expect(start()).rejects.toThrow(/A pasta do banco de dados sumiu/)
    } finally {
      renameSync(`${cluster}-longe`, cluster)
    }
  })
})

async function start(): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataFolder: folder })
  open.push(server)
  return server
}

function writePostmasterFile(pid: number): void {
  writeFileSync(join(cluster, 'postmaster.pid'), `${pid}\n${cluster}\n1\n5432\n\n127.0.0.1\n\nready\n`)
}

function changeState(change: (state: Record<string, unknown>) => Record<string, unknown>): void {
  const path = join(folder, 'postgres.json')
  writeFileSync(path, JSON.stringify(change(JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>)))
}

async function startElsewhere() {
  const other = await startInAnotherProcess(folder)
  children.push(other.process)
  return other
}
