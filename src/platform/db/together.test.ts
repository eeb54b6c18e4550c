import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cloneDatabase } from '../../../test/support/template.ts'
import { type Database, inTransaction, openDatabase, type Pool, together } from './index.ts'

describe('statements that a visit asks together', () => {
  let db: Pool
  let drop: () => Promise<void>
  beforeAll(async () => {
    const database = await cloneDatabase()
    drop = database.drop
    db = await openDatabase({ url: database.url, poolSize: 4, statementTimeoutMs: 5_000, prepare: true })
    await Promise.all([1, 2, 3, 4].map(() => whoSleeps(db, 0.05)))
  })
  afterAll(async () => {
    await db.end({ timeout: 1 })
    await drop()
  })

  it('go to one connection, where the pool would take as many as there are', async () => {
    const visit = together(db)
    expect(new Set(await Promise.all([1, 2, 3, 4].map(() => whoAnswers(visit)))).size).toBe(1)
    expect(new Set(await Promise.all([1, 2, 3, 4].map(() => whoAnswers(db)))).size).toBe(4)
    expect(await whoAnswers(visit)).toBe(await whoAnswers(visit))
  })

  it('never wait for what another visit does meanwhile on the connection that was theirs', async () => {
    const visit = together(db)
    const before = await whoAnswers(visit)
    const busy = [whoSleeps(db, 1), whoSleeps(db, 1), whoSleeps(db, 1)]
    const taken = new Set<number>()
    for (const one of busy) one.then((pid) => taken.add(pid))
    const free = await whoAnswers(visit)
    expect(taken.size).toBe(0)
    expect(await Promise.all(busy)).not.toContain(free)
    expect(before).toBeGreaterThan(0)
  })

  it('leave a transaction its own connection, and commit nothing of it', async () => {
    const visit = together(db)
    await whoAnswers(visit)
    await expect(
      inTransaction(visit, async (trx) => {
        await trx`create table undone (n int)`
        expect(await whoAnswers(visit)).not.toBe(await whoAnswers(trx))
        throw new Error('stopped on purpose')
      }),
    ).rejects.toThrow('stopped on purpose')
    expect(await visit`select to_regclass('undone') is null as gone`).toEqual([{ gone: true }])
  })

  it('go on by another connection when theirs is lost', async () => {
    const visit = together(db)
    const lost = await whoAnswers(visit)
    await db`select pg_terminate_backend(${lost}) from (select pg_backend_pid() as own) x where own <> ${lost}`
    const next = () => whoAnswers(visit).catch(() => lost)
    await expect.poll(next, { timeout: 5_000 }).not.toBe(lost)
  })

  async function whoAnswers(asked: Database): Promise<number> {
    const [row] = await asked<{ pid: number }[]>`select pg_backend_pid() as pid`
    return row?.pid ?? 0
  }

  async function whoSleeps(asked: Database, seconds: number): Promise<number> {
    const [row] = await asked<{ pid: number }[]>`select pg_backend_pid() as pid, pg_sleep(${seconds})`
    return row?.pid ?? 0
  }
})
