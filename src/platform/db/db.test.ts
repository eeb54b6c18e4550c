import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cloneDatabase } from '../../../test/support/template.ts'
import { inTransaction, openDatabase, type Pool } from './index.ts'

describe('the database', () => {
  let db: Pool
  let drop: () => Promise<void>
  beforeAll(async () => {
    const database = await cloneDatabase()
    drop = database.drop
    db = await openDatabase({ url: database.url, poolSize: 1, statementTimeoutMs: 400, prepare: true })
  })
  afterAll(async () => {
    await db.end()
    await drop()
  })

  it('answers the next statement whole after one that failed in the middle of its rows', async () => {
    await expect(db`select 1 / (500 - g) as n from generate_series(1, 1000) g`).rejects.toThrow('division by zero')
    const rows = await db<{ one: number }[]>`select 1 as one`
    expect(rows[0]).toEqual({ one: 1 })
    expect(rows).toHaveLength(1)
  })

  it('ends a statement that takes longer than its limit', async () => {
    await expect(db`select pg_sleep(3)`).rejects.toMatchObject({ code: '57014' })
  })

  it('undoes everything when the work of a transaction fails', async () => {
    await db`create table scratch (n int)`
    await expect(
      inTransaction(db, async (trx) => {
        await trx`insert into scratch values (1)`
        throw new Error('stopped on purpose')
      }),
    ).rejects.toThrow('stopped on purpose')
    expect(await db`select * from scratch`).toHaveLength(0)
  })
})
