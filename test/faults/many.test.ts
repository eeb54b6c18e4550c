import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { tellFlood } from '../../tools/faults/flood/flood.text.ts'
import { runFlood } from '../../tools/faults/flood/flood.ts'
import { canKill } from '../../tools/faults/processes.ts'

/** The short form of `bin/faults --numbers`, `--duplicates` and `--letters`, all three in one house. */
describe.skipIf(!canKill)('very many of one kind, while program and database are killed', () => {
  it('T-08 T-14 T-15 every act is done once, numbers have no hole, and letters arrive as they promise', async () => {
    const report = await runFlood({
      ...{ workers: 12, acts: 80, copies: true, letters: 24, kills: 2 },
      ...{ seed: randomBytes(6).toString('hex'), limitMs: 60_000, patienceMs: 60_000 },
    })
    expect(report.problems, tellFlood(report)).toEqual([])
    const { acts, letters, kills } = report
    expect(acts?.acts).toBeGreaterThan(20)
    expect(acts?.again).toBeGreaterThan(0)
    expect(acts?.series.length).toBeGreaterThan(4)
    expect(letters).toMatchObject({ notices: 18, officials: 6 })
    expect(kills).toMatchObject({ application: 1, database: 1 })
  }, 240_000)
})
