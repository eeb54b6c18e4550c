import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cloneDatabase } from '../../../test/support/template.ts'
import { openDatabase, type Pool, viewForVisit } from './index.ts'

let database: Awaited<ReturnType<typeof cloneDatabase>>
let pool: Pool
beforeAll(async () => {
  database = await cloneDatabase()
  pool = await openDatabase({ url: database.url, poolSize: 2, statementTimeoutMs: 15_000, prepare: true })
})
afterAll(async () => {
  await pool.end({ timeout: 5 })
  await database.drop()
})

describe('the statements of a visit that only reads', () => {
  it('are answered as any other, parts of statements and all', async () => {
    const { db } = viewForVisit(pool, 10_000)
    const part = db`where n > ${1}`
    expect(await db`select n from generate_series(1, 3) n ${part}`).toEqual([{ n: 2 }, { n: 3 }])
    expect((await db.unsafe('select 1 as one'))[0]).toEqual({ one: 1 })
  })

  it('end soon after the visit was left, and no other begins', async () => {
    const view = viewForVisit(pool, 10_000)
    const sleeping = view.db`select pg_sleep(30)`.then(
      () => 'slept',
      ({ code }) => code,
    )
    await wait(50)
    view.leave()
    expect(await sleeping).toBe('57014')
    expect(() => view.db`select 1`).toThrow('the client has gone')
  })

  it('are given up where none begins in time, and not where one of them is at work', async () => {
    const [busy, other] = [pool`select pg_sleep(1.5)`.execute(), pool`select pg_sleep(1.5)`.execute()]
    await wait(200)
    const late = await viewForVisit(pool, 100).db`select 1`.catch((error) => error.code)
    expect(late).toBe('TOO_BUSY')
    await Promise.all([busy, other])
    const view = viewForVisit(pool, 50)
    const [, second] = await Promise.all([view.db`select pg_sleep(0.3)`, view.db`select 2 as two`])
    expect(second).toEqual([{ two: 2 }])
  })

  it('never take the answer of another, however many are left or given up among them', async () => {
    const rounds = Array.from({ length: 300 }, async (_, n) => {
      const view = viewForVisit(pool, n % 7 === 0 ? 5 : 10_000)
      if (n % 5 === 0) setTimeout(view.leave, n % 20)
      return Promise.all([
        view.db<{ n: number }[]>`select ${n}::int as n, pg_sleep(0.005)::text as slept`,
        view.db<{ text: string }[]>`select ${`t${n}`}::text as text`,
      ]).then(
        ([[first], [second]]) => expect([first?.n, second?.text]).toEqual([n, `t${n}`]),
        ({ code }) => expect(['57014', 'TOO_BUSY', 'CLIENT_GONE']).toContain(code),
      )
    })
    await Promise.all(rounds)
    expect(await pool`select 1 as one`).toEqual([{ one: 1 }])
  })
})
