import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyDatabase } from '../../../test/support/template.ts'
import { openDatabase, type Pool } from '../db/index.ts'
import { openLog } from '../log/index.ts'
import { enqueue, workOff } from './index.ts'
import { giveBackOrphans } from './orphaned-jobs.ts'

describe('a job', () => {
  let url: string
  let db: Pool
  let pool: pg.Pool
  let drop: () => Promise<void>
  beforeAll(async () => {
    const database = await emptyDatabase()
    ;({ url, drop } = database)
    db = await openDatabase({ url, poolSize: 2, statementTimeoutMs: 10_000, prepare: true })
    pool = new pg.Pool({ connectionString: url, max: 2 })
  })
  afterAll(async () => {
    await pool.end()
    await db.end()
    await drop()
  })

  const log = openLog('silent')
  const takenLongAgo = () =>
    db`update graphile_worker._private_jobs set locked_at = now() - interval '1 minute', locked_by = 'worker-dead'`

  it('taken by a process that died is done by another, and not four hours later', async () => {
    const done: unknown[] = []
    await enqueue(db, 'note', { n: 1 })
    await takenLongAgo()
    const tasks = { note: async (payload: unknown) => void done.push(payload) }
    await workOff(url, tasks, log)
    expect(done).toEqual([])
    expect(await giveBackOrphans(pool)).toBe(1)
    await workOff(url, tasks, log)
    expect(done).toEqual([{ n: 1 }])
  })

  it('that somebody is at work on is never given to another, however long it takes', async () => {
    const given: number[] = []
    await enqueue(db, 'long', {})
    const tasks = {
      long: async () => {
        await takenLongAgo()
        given.push(await giveBackOrphans(pool))
      },
    }
    await workOff(url, tasks, log)
    expect(given).toEqual([0])
  })

  it('just taken is not given back before its process could hold it', async () => {
    await enqueue(db, 'fresh', {})
    await db`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'worker-new'`
    expect(await giveBackOrphans(pool)).toBe(0)
  })
})
