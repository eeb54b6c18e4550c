import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, type Pool } from '../../src/platform/db/index.ts'
import { projectRoot } from '../../src/platform/project-root.ts'
import { type Hands, prepareAct } from '../../tools/faults/acts.ts'
import { Browser, formOn, problemsOn, sendingOf } from '../../tools/faults/browser.ts'
import { type PreparedHouse, prepareHouse } from '../../tools/faults/prepare-house.ts'
import { canKill, databaseProcesses } from '../../tools/faults/processes.ts'
import { openProgram, type Program } from '../../tools/faults/program.ts'
import { randomOf } from '../../tools/faults/random.ts'
import { leftOverUploads } from '../../tools/faults/verify-house.ts'

const password = 'uma senha de teste'
const script = join(projectRoot, 'tools', 'faults', 'with-bad-disk.ts')

describe.skipIf(!canKill)('the real program on a disk that fails', () => {
  let house: PreparedHouse
  let program: Program
  let browser: Browser
  let hands: Hands
  let db: Pool
  const random = randomOf('disco com defeito')
  const orders = () => join(dirname(house.dataFolder), 'ordem')
  beforeAll(async () => {
    house = await prepareHouse(1, password)
    writeFileSync(orders(), '')
    const environment = { NODE_OPTIONS: `--import=${pathToFileURL(script).href}`, CARIMBO_FALTAS_EIO: orders() }
    program = await openProgram({ dataFolder: house.dataFolder, environment })
    await program.start()
    db = await openDatabase({ url: program.databaseUrl(), poolSize: 1, statementTimeoutMs: 20_000, prepare: true })
    browser = new Browser(program.address)
    const [person] = house.people
    const form = formOn(await browser.open('/entrar'), 'form[action="/entrar"]')
    await browser.send(sendingOf(form, { usuario: person?.login ?? '', senha: password }))
    hands = { unit: person?.unit ?? '', password, cases: [] }
    const opening = await prepareAct({ browser, hands, random, token: 'antes-do-defeito' }, 'open')
    opening.keep(await browser.send(opening.sending))
  }, 120_000)
  afterAll(async () => {
    await db?.end({ timeout: 5 })
    browser?.close()
    await program?.stop()
    program?.abandon()
    if (house) rmSync(dirname(house.dataFolder), { recursive: true, force: true })
  }, 60_000)

  it.each(['write', 'sync', 'folders'])(
    'refuses an upload in a sentence where the disk fails at %s, keeps no row of it, and takes it when the disk is well again',
    async (call) => {
      const token = `disco-com-defeito-${call}`
      const upload = await prepareAct({ browser, hands, random, token }, 'upload')
      writeFileSync(orders(), call)
      const refused = await browser.send(upload.sending)
      expect(refused.status).toBe(507)
      expect(problemsOn(refused)).toContain('O disco do servidor está cheio ou com defeito, e nada foi alterado.')
      expect(await rowsOf(token)).toBe(0)
      expect(leftOverUploads(house.dataFolder)).toEqual([])
      const page = `/em/${hands.unit}/processos/${hands.cases[0]?.digits}`
      expect((await browser.send({ method: 'GET', url: page })).status).toBe(200)
      writeFileSync(orders(), '')
      expect((await browser.send(upload.sending)).status).toBe(303)
      expect(await rowsOf(token)).toBe(1)
    },
    60_000,
  )

  it.skipIf(!canFailSync())(
    'comes back by itself where PostgreSQL could not keep its journal and stopped, and acknowledges nothing of that moment',
    async () => {
      const token = 'diario-com-defeito'
      const act = await prepareAct({ browser, hands, random, token }, 'open')
      const end = await failSyncsOf(databaseProcesses(join(house.dataFolder, 'postgres')))
      const refused = await browser.send(act.sending)
      await end()
      expect(refused.status).toBeGreaterThanOrEqual(500)
      const log = readFileSync(join(house.dataFolder, 'postgres.log'), 'utf8')
      expect(log).toMatch(/PANIC: .*(fdatasync|fsync)/)
      let again = refused
      for (let tries = 0; again.status >= 500 && tries < 300; tries++) {
        await wait(100)
        again = await browser.send(act.sending)
      }
      expect(again.status).toBe(303)
      const rows = await db`select 1 from cases.case_file where summary = ${token}`
      expect(rows).toHaveLength(1)
    },
    90_000,
  )

  async function rowsOf(token: string): Promise<number> {
    return (await db`select 1 from documents.document where description = ${token}`).length
  }
})

const failing = ['-q', '-e', 'trace=fsync,fdatasync', '-e', 'inject=fsync,fdatasync:error=EIO', '-o', '/dev/null']

/** Every sync of these processes fails, and of none that is started after; ends when told. */
async function failSyncsOf(pids: readonly number[]): Promise<() => Promise<void>> {
  const child = spawn('strace', [...failing, ...pids.flatMap((pid) => ['-p', String(pid)])], { stdio: 'ignore' })
  const ended = once(child, 'exit')
  const traced = (pid: number) => !/TracerPid:\t0\n/.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  while (child.exitCode === null && !pids.every(traced)) await wait(20)
  return async () => {
    child.kill('SIGINT')
    await ended
  }
}

/** The kernel answers an error in the place of the disk, where strace is installed and may look at other processes. */
function canFailSync(): boolean {
  return spawnSync('strace', [...failing, 'true'], { stdio: 'ignore' }).status === 0
}
