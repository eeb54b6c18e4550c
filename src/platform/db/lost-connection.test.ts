import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cloneDatabase } from '../../../test/support/template.ts'
import { type Database, inTransaction, openDatabase, type Pool } from './index.ts'

describe('a transaction whose connection is lost', () => {
  let db: Pool
  let other: Pool
  let drop: () => Promise<void>
  beforeAll(async () => {
    const database = await cloneDatabase()
    drop = database.drop
    const options = { url: database.url, statementTimeoutMs: 5_000, prepare: true }
    db = await openDatabase({ ...options, poolSize: 1 })
    other = await openDatabase({ ...options, poolSize: 1 })
    await other`create table scratch (who text)`
  })
  afterAll(async () => {
    await db.end()
    await other.end()
    await drop()
  })

  it('does nothing more: neither by itself nor within the transaction that has its connection now', async () => {
    const rest = Promise.withResolvers<void>()
    const late: unknown[] = []
    const lost = inTransaction(db, async (trx) => {
      await loseConnection(trx)
      await rest.promise
      late.push(await trx`insert into scratch values ('lost')`.catch((error: unknown) => error))
      late.push(await trx`commit`.catch((error: unknown) => error))
    })
    await expect(lost).rejects.toThrow(/CONNECTION_CLOSED|ECONNRESET|terminating connection/)

    const undone = inTransaction(db, async (trx) => {
      await trx`insert into scratch values ('undone')`
      rest.resolve()
      while (late.length < 2) await wait(10)
      throw new Error('stopped on purpose')
    })
    await expect(undone).rejects.toThrow('stopped on purpose')
    expect(await other`select who from scratch`).toEqual([])
    expect(late.map(String)).toEqual([
      expect.stringMatching(/CONNECTION_CLOSED/),
      expect.stringMatching(/CONNECTION_CLOSED/),
    ])
  })

  it('does not take the program with it when it still has something to say', async () => {
    const lost = inTransaction(db, async (trx) => {
      const said = loseConnection(trx)
      for (let n = 0; n < 200; n++) {
        await wait(0)
        trx`select ${n}`.catch(() => undefined)
      }
      await said
    })
    await expect(lost).rejects.toThrow()
    // The next statement may still find the connection dying; the one after it finds another.
    await expect.poll(() => db`select 1 as one`.catch(() => []), { timeout: 10_000 }).toEqual([{ one: 1 }])
  })

  async function loseConnection(trx: Database): Promise<void> {
    const [server] = await trx<{ pid: number }[]>`select pg_backend_pid() as pid`
    await other`select pg_terminate_backend(${server?.pid ?? 0})`
    while ((await other`select 1 from pg_stat_activity where pid = ${server?.pid ?? 0}`).length > 0) await wait(5)
    await wait(20)
  }
})
