import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '../../src/platform/config/index.ts'
import type { Transaction } from '../../src/platform/db/index.ts'
import { type Hands, prepareAct } from '../../tools/faults/acts.ts'
import { Browser, formOn, type Reply, type Sending, sendingOf } from '../../tools/faults/browser.ts'
import { randomOf } from '../../tools/faults/random.ts'
import { forManyAtOnce, openTestHouse, type TestHouse } from '../support/house.ts'
import { at, password } from '../support/world.ts'

let house: TestHouse
let address: string
let folder: string
let marina: Browser
const hands: Hands = { unit: at.prot, password, cases: [] }
const random = randomOf('sobrecarga')

/** A house with room for three, and two in the queue. */
const tiny = {
  PG_CONEXOES: '5',
  CARIMBO_PEDIDOS: '3',
  CARIMBO_FILA: '2',
  CARIMBO_ESPERA_MS: '5000',
  PG_ESPERA_MS: '400',
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'carimbo-carga-'))
  const config = readConfig({ ...tiny, CARIMBO_DADOS: folder, DATABASE_URL: 'postgres://outro', CARIMBO_LOG: 'silent' })
  house = await openTestHouse({ config }, forManyAtOnce)
  address = await house.listen()
  marina = new Browser(address)
  const form = formOn(await marina.open('/entrar'), 'form[action="/entrar"]')
  await marina.send(sendingOf(form, { usuario: 'marina', senha: password }))
})
afterAll(async () => {
  marina.close()
  await house.close()
  await rm(folder, { recursive: true, force: true })
})

const desk = `/em/${at.prot}/mesa`
const read = (url = desk) => marina.send({ method: 'GET', url })
const visit = (path = '/entrar', init: RequestInit = {}) => fetch(`${address}${path}`, init)

/** While `work` goes on, nobody signed in is answered: what says who they are is held by somebody else. */
async function whileNobodyIsAnswered<Value>(work: (trx: Transaction) => Promise<Value>): Promise<Value> {
  return house.db.begin(async (trx) => {
    await trx`lock table organization.unit in access exclusive mode`
    return work(trx)
  }) as Promise<Value>
}

/** Until so many statements of the program wait for what is held. */
async function untilHeld(trx: Transaction, count: number): Promise<void> {
  for (;;) {
    const [row] = await trx<{ held: number }[]>`
      select count(*)::int as held from pg_locks l join pg_database d on d.oid = l.database
       where not l.granted and l.relation = 'organization.unit'::regclass and d.datname = current_database()`
    if (row?.held === count) return
    await wait(10)
  }
}

describe('a house with more to do than it can', () => {
  it('sends visitors away with a page that says when to come, keeps who writes waiting, and answers monitors', async () => {
    const opening = await prepareAct({ browser: marina, hands, random, token: 'espera a sua vez' }, 'open')
    const [inside, waiting] = await whileNobodyIsAnswered(async (trx) => {
      const inside = [read(), read(), read()]
      await untilHeld(trx, 3)
      const readers = [read(), read()]
      await wait(50)
      const away = await visit()
      expect(away.status).toBe(503)
      expect(Number(away.headers.get('retry-after'))).toBeGreaterThan(0)
      expect(away.headers.get('x-content-type-options')).toBe('nosniff')
      expect(away.headers.get('content-security-policy')).toContain("default-src 'none'")
      const words = await away.text()
      expect(words).toContain('<html lang="pt-BR"')
      expect(words).toContain('Espere alguns segundos e recarregue esta página')
      expect((await visit('/saude')).status).toBe(200)
      // Who writes takes the place of the readers in the queue; a third writer finds only writers there.
      const waiting = [marina.send(opening.sending), marina.send(opening.sending)]
      expect((await Promise.all(readers)).map(({ status, retryAfter }) => [status, retryAfter])).toEqual([
        [503, '5'],
        [503, '5'],
      ])
      const third = await marina.send(opening.sending)
      expect(third.status).toBe(503)
      expect(third.body).toContain('nada será feito duas vezes')
      const headers = { 'content-type': 'application/json', 'x-csrf-token': 'x' }
      const draft = await marina.send({ method: 'PUT', url: `${desk}/rascunho`, headers, pieces: [Buffer.from('{}')] })
      expect(draft.status).toBe(503)
      expect(JSON.parse(draft.body)).toMatchObject({ problema: 'sobrecarga' })
      return [inside, waiting] as const
    })
    expect((await Promise.all(inside)).map(({ status }) => status)).toEqual([200, 200, 200])
    const answers = await Promise.all(waiting)
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect(await house.db`select from cases.case_file where summary = 'espera a sua vez'`).toHaveLength(1)
    expect((await visit()).status).toBe(200)
  })

  it('under a burst refuses the excess, does each act once however often it is sent, and serves everything after', async () => {
    const tokens = Array.from({ length: 12 }, (_, n) => `enxurrada ${n}`)
    const acts: Sending[] = []
    for (const token of tokens) acts.push((await prepareAct({ browser: marina, hands, random, token }, 'open')).sending)
    const all = [marina, new Browser(address), new Browser(address)]
    const first = await Promise.all([...acts.map((act) => marina.send(act)), ...tokens.map(() => all[1]?.send(toDoor))])
    const statuses = new Set(first.map((reply) => reply?.status))
    expect([...statuses].filter((status) => ![303, 200, 503].includes(status ?? 0))).toEqual([])
    expect(statuses.has(503) && statuses.has(303)).toBe(true)
    for (const act of acts) expect((await marina.send(act)).status).toBe(303)
    for (const token of tokens)
      expect(await house.db`select from cases.case_file where summary = ${token}`, token).toHaveLength(1)
    expect((await Promise.all([read(), read(), read()])).map(({ status }) => status)).toEqual([200, 200, 200])
    for (const browser of all.slice(1)) browser.close()
  })

  it('asks the database no further for a reader who is gone', async () => {
    await whileNobodyIsAnswered(async (trx) => {
      const asking = read()
      await untilHeld(trx, 1)
      marina.close()
      await asking.catch(() => undefined)
      // Given up although what it waits for is still held.
      await untilHeld(trx, 0)
    })
    // Shorter than the time limit of statements, by which it would end too.
  }, 12_000)

  it('says so when no connection is free in time, and goes on when one is', async () => {
    let free = () => {}
    const held = new Promise<void>((resolve) => {
      free = resolve
    })
    const holding = Array.from({ length: 10 }, () => house.db.begin(async () => held))
    await wait(100)
    const late = await read()
    expect([late.status, late.retryAfter]).toEqual([503, '5'])
    free()
    await Promise.all(holding)
    expect((await read()).status).toBe(200)
  })

  it('tells who waits too long for a turn to act, before anything was begun', async () => {
    const acts: Sending[] = []
    for (const n of [1, 2, 3])
      acts.push((await prepareAct({ browser: marina, hands, random, token: `vez ${n}` }, 'open')).sending)
    const sent: Promise<Reply>[] = []
    await house.db.begin(async (trx) => {
      await trx`lock table platform.answered_request in access exclusive mode`
      for (const act of acts) sent.push(marina.send(act))
      const third = await Promise.race(sent)
      expect([third.status, third.retryAfter]).toEqual([503, '5'])
    })
    const statuses = (await Promise.all(sent)).map(({ status }) => status)
    expect(statuses.sort()).toEqual([303, 303, 503])
  })
})

const toDoor = { method: 'GET', url: '/entrar' } as const
