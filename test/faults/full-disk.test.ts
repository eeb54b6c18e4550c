import { spawnSync } from 'node:child_process'
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../src/platform/db/index.ts'
import { type Hands, prepareAct } from '../../tools/faults/acts.ts'
import { Browser, formOn, problemsOn, type Sending, sendingOf } from '../../tools/faults/browser.ts'
import { type PreparedHouse, prepareHouse } from '../../tools/faults/prepare-house.ts'
import { openProgram, type Program } from '../../tools/faults/program.ts'
import { randomOf } from '../../tools/faults/random.ts'

const password = 'uma senha de teste'

/** Files and database each on a small disk of memory, which this program alone sees and which goes away with it. */
const onSmallDisks = `
  mount -t tmpfs -o size=8m tmpfs "$0/arquivos" && mkdir "$0/disco" && mount -t tmpfs -o size=200m tmpfs "$0/disco" &&
  cp -a "$0/postgres" "$0/disco/" && mount --bind "$0/disco/postgres" "$0/postgres" && exec "$@"`

describe.skipIf(!canMount())('the real program on a full disk', () => {
  let house: PreparedHouse
  let program: Program
  let browser: Browser
  let hands: Hands
  const random = randomOf('disco cheio')
  beforeAll(async () => {
    house = await prepareHouse(1, password)
    spawnSync('mkdir', [`${house.dataFolder}/arquivos`])
    const wrapper = ['unshare', '-m', 'sh', '-c', onSmallDisks, house.dataFolder]
    program = await openProgram({ dataFolder: house.dataFolder, wrapper })
    await program.start()
    browser = new Browser(program.address)
    const [person] = house.people
    const form = formOn(await browser.open('/entrar'), 'form[action="/entrar"]')
    await browser.send(sendingOf(form, { usuario: person?.login ?? '', senha: password }))
    hands = { unit: person?.unit ?? '', password, cases: [] }
  }, 120_000)
  afterAll(async () => {
    await program?.stop()
    program?.abandon()
    browser?.close()
    if (house) await rm(dirname(house.dataFolder), { recursive: true, force: true })
  }, 60_000)

  it('says that a file found no room, keeps on showing everything, and takes the same form once there is room', async () => {
    const opening = await prepareAct({ browser, hands, random, token: 'antes-do-disco-cheio' }, 'open')
    opening.keep(await browser.send(opening.sending))
    const upload = await prepareAct({ browser, hands, random, token: 'arquivo-no-disco-cheio' }, 'upload')
    fill(program.inside('arquivos/enchimento'))
    const refused = await browser.send(upload.sending)
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('Não há espaço no servidor para guardar o arquivo.')
    expect((await browser.open(`/em/${hands.unit}/processos/${hands.cases[0]?.digits}`)).status).toBe(200)
    rmSync(program.inside('arquivos/enchimento'))
    expect((await browser.send(upload.sending)).status).toBe(303)
    expect(await countOf('documents.document', 'description', 'arquivo-no-disco-cheio')).toBe(1)
  }, 60_000)

  it('refuses acts in a sentence while the database has no room, goes on showing, and loses none of them', async () => {
    const acts: { sending: Sending; token: string; status: number }[] = []
    for (let n = 0; n < 3; n++) {
      const token = `banco-no-disco-cheio-${n}`
      const { sending } = await prepareAct({ browser, hands, random, token }, 'open')
      acts.push({ sending, token, status: 0 })
    }
    // Long texts, so that tables have to grow.
    const big = acts.map((act) => ({ ...act, sending: withObservation(act.sending, 1_900) }))
    fill(program.inside('disco/enchimento'))
    let refused = ''
    for (let n = 0; n < 400 && refused === ''; n++) {
      const { sending } = await prepareAct({ browser, hands, random, token: `enchimento-${n}` }, 'open')
      const reply = await browser.send(withObservation(sending, 1_900))
      if (reply.status >= 500) refused = `${reply.status} ${problemsOn(reply)}`
    }
    expect(refused).toMatch(/^50[37] .*(disco do servidor está cheio|banco de dados não respondeu)/)
    for (const act of big) act.status = (await browser.send(act.sending)).status
    rmSync(program.inside('disco/enchimento'))
    for (const { sending } of big) {
      for (let tries = 0; (await browser.send(sending)).status !== 303; tries++) {
        expect(tries).toBeLessThan(300)
        await wait(200)
      }
    }
    for (const { token } of big) expect(await countOf('cases.case_file', 'summary', token)).toBe(1)
    expect((await browser.open(`/em/${hands.unit}/mesa`)).status).toBe(200)
  }, 120_000)

  async function countOf(table: string, column: string, value: string): Promise<number> {
    const url = program.databaseUrl()
    const db = await openDatabase({ url, poolSize: 1, statementTimeoutMs: 20_000, prepare: true })
    const [row] = await db<{ count: number }[]>`
      select count(*)::int as count from ${db(table)} where ${db(column)} = ${value}`
    await db.end()
    return row?.count ?? 0
  }
})

/** Writes until there is no room left for another byte. */
function fill(path: string): void {
  const file = openSync(path, 'w')
  try {
    for (let size = 1_048_576; size >= 1; ) {
      try {
        writeSync(file, Buffer.alloc(size))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
        size = Math.floor(size / 2)
      }
    }
  } finally {
    closeSync(file)
  }
}

function withObservation(sending: Sending, length: number): Sending {
  const fields = new URLSearchParams(Buffer.concat([...(sending.pieces ?? [])]).toString())
  fields.set('observacao', 'x'.repeat(length))
  return { ...sending, pieces: [Buffer.from(fields.toString())] }
}

/** A disk of one's own needs Linux and the right to mount; elsewhere this part of the proof is left out. */
function canMount(): boolean {
  const attempt = 'mount -t tmpfs -o size=1m tmpfs /mnt'
  return process.platform === 'linux' && spawnSync('unshare', ['-m', 'sh', '-c', attempt]).status === 0
}
