import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { runCampaign } from '../../tools/faults/campaign.ts'
import { actKinds } from '../../tools/faults/ledger.ts'
import { canKill } from '../../tools/faults/processes.ts'
import { tellReport } from '../../tools/faults/report.text.ts'

describe.skipIf(!canKill)('the real program, killed under load', () => {
  it('loses nothing that it acknowledged, does nothing twice and leaves nothing half-made', async () => {
    const report = await runCampaign({
      writers: 6,
      rounds: 2,
      kills: ['application', 'database'],
      roundMs: [800, 1_600],
      patienceMs: 20_000,
      seed: randomBytes(6).toString('hex'),
    })
    expect(report.problems, tellReport(report)).toEqual([])
    for (const kind of actKinds) expect(report.acts.acknowledged[kind], kind).toBeGreaterThan(0)
    expect(report.kills).toMatchObject({ application: 1, database: 1 })
  }, 180_000)
})
