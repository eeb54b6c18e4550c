import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { runFailovers } from '../../tools/faults/failovers.ts'
import { canKill } from '../../tools/faults/processes.ts'
import { tellReport } from '../../tools/faults/report.text.ts'

const why = canKill ? '' : ' (left out here: only on Linux can the processes of a server be found)'

describe.skipIf(!canKill)(`the real program whose database server is lost${why}`, () => {
  it('goes on with the other one by itself, having lost nothing, and never goes back to the first', async () => {
    const seed = randomBytes(6).toString('hex')
    const report = await runFailovers({ rounds: 1, writers: 4, roundMs: [700, 1_500], patienceMs: 30_000, seed })
    expect(report.problems, tellReport(report)).toEqual([])
    expect(report.failovers?.all).toBe(1)
    expect(report.acts.acknowledged.open).toBeGreaterThan(0)
  }, 180_000)
})
