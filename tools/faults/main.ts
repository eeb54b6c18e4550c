import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { failpoints } from '../../src/platform/failpoints/index.ts'
import { runCampaign } from './campaign.ts'
import { canKill } from './processes.ts'
import { tellReport } from './report.text.ts'

/** bin/faults: kills the real program under load, again and again, and proves that nothing acknowledged was lost. */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    writers: { type: 'string', default: '20' },
    failpoints: { type: 'string', default: 'sim' },
    seed: { type: 'string', default: randomBytes(6).toString('hex') },
  },
})
const say = (sentence: string) => void process.stdout.write(`${sentence}\n`)
const rounds = Number.parseInt(values.rounds, 10)
const writers = Number.parseInt(values.writers, 10)
if (!canKill) {
  say('A prova de falhas roda só no Linux: ela encontra os processos do banco em /proc.')
  process.exit(2)
}
if (!(rounds >= 0 && rounds <= 10_000 && writers >= 1 && writers <= 200)) {
  say(
    'Use: bin/faults --rounds 20 --writers 20 [--seed palavra] [--failpoints nao]. Rodadas de 0 a 10000, pessoas de 1 a 200.',
  )
  process.exit(2)
}
say(`${rounds} rodadas, ${writers} pessoas escrevendo, semente ${values.seed}.`)
const report = await runCampaign({
  rounds,
  writers,
  seed: values.seed,
  roundMs: [1_500, 6_000],
  failpoints: values.failpoints === 'sim' ? failpoints : [],
  patienceMs: 60_000,
  say,
})
say(tellReport(report))
process.exit(report.problems.length === 0 ? 0 : 1)
