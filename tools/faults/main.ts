import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { failpoints } from '../../src/platform/failpoints/index.ts'
import { runBitFlips } from './bit-flips.ts'
import { type CampaignReport, runCampaign } from './campaign.ts'
import { runFailovers } from './failovers.ts'
import { tellFlood } from './flood/flood.text.ts'
import { runFlood } from './flood/flood.ts'
import { tellMigration } from './migrations.text.ts'
import { runMigrationProof } from './migrations.ts'
import { isApart, missingForPowerCuts, startApart } from './power-cut-needs.ts'
import { runPowerCuts } from './power-cuts.ts'
import { canKill } from './processes.ts'
import { percentile95, tellReport } from './report.text.ts'
import { sabotages } from './sabotage.ts'

/** Nobody who writes eliminates, which takes years and four people: `elimination-killed.test.ts` dies at those steps. */
const stepsOfWriters = failpoints.filter((name) => !name.startsWith('eliminating.'))

/**
 * bin/faults: kills the real program under load, or cuts the power of its disk, or takes the server of its database away,
 * again and again, and proves that nothing acknowledged was lost; or turns bits on its disk, and proves that each is named;
 * or that a unit migration killed on its way ends as one that was left in peace.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string' },
    writers: { type: 'string', default: '20' },
    failpoints: { type: 'string', default: 'sim' },
    seed: { type: 'string', default: randomBytes(6).toString('hex') },
    'power-cut': { type: 'boolean', default: false },
    'bit-flips': { type: 'string' },
    failover: { type: 'boolean', default: false },
    migration: { type: 'string' },
    sabotage: { type: 'string' },
    after: { type: 'string' },
    numbers: { type: 'string' },
    duplicates: { type: 'string' },
    letters: { type: 'string' },
    minutes: { type: 'string', default: '60' },
  },
})
const say = (sentence: string) => void process.stdout.write(`${sentence}\n`)
const caseFiles = values.migration === undefined ? undefined : Number.parseInt(values.migration, 10)
const rounds = Number.parseInt(values.rounds ?? (caseFiles === undefined ? '20' : '6'), 10)
const writers = Number.parseInt(values.writers, 10)
// Seals are made every ten seconds: some cuts have to come after one.
const after = values.after ?? (values['power-cut'] ? '1500-12000' : '1500-6000')
const [least = 0, most = 0] = after.split('-').map((number) => Number.parseInt(number, 10))
const sabotage = values.sabotage === undefined ? undefined : sabotages[values.sabotage]
if (!canKill) {
  say('A prova de falhas roda só no Linux: ela encontra os processos do banco em /proc.')
  process.exit(2)
}
const flips = Number.parseInt(values['bit-flips'] ?? '0', 10)
const kinds = [values.failover, values['power-cut'], values['bit-flips'] !== undefined].filter(Boolean).length
const isFit =
  flips >= 0 &&
  flips <= 10_000 &&
  rounds >= 0 &&
  rounds <= 10_000 &&
  writers >= 1 &&
  writers <= 200 &&
  least >= 0 &&
  most >= least &&
  most <= 600_000
const asynchronous = values.failover && values.sabotage === 'assincrona'
const isFitSabotage = values.sabotage === undefined || asynchronous || (values['power-cut'] && sabotage !== undefined)
const isFitMigration =
  caseFiles === undefined || (caseFiles >= 20 && caseFiles <= 100_000 && kinds === 0 && values.sabotage === undefined)
if (!isFit || !isFitSabotage || !isFitMigration || kinds > 1) {
  say(
    'Use: bin/faults --rounds 20 --writers 20 [--seed palavra] [--after 1500-6000] [--failpoints nao], ou\n' +
      `     bin/faults --power-cut --rounds 20 --writers 8 [--seed palavra] [--sabotage ${Object.keys(sabotages).join('|')}], ou\n` +
      '     bin/faults --failover --rounds 20 --writers 8 [--seed palavra] [--sabotage assincrona], ou\n' +
      '     bin/faults --numbers 20000 | --duplicates 3000 | --letters 2000 [--writers 200] [--rounds 6] [--seed palavra], ou\n' +
      '     bin/faults --bit-flips 100 --writers 8 [--seed palavra], ou\n' +
      '     bin/faults --migration 10000 --rounds 6 [--seed palavra].\n' +
      'Rodadas de 0 a 10000, pessoas de 1 a 200; --after diz entre quantos milissegundos cai cada falha; --migration, de 20 a 100000 processos.',
  )
  process.exit(2)
}
const flood = [values.numbers, values.duplicates, values.letters].map((text) => Number.parseInt(text ?? '0', 10))
const [numbers = 0, duplicates = 0, letters = 0] = flood
if (flood.some((count) => count > 0)) await goFlood()
if (values['power-cut'] && !isApart()) await goApart()
if (caseFiles !== undefined) {
  const proof = await runMigrationProof({ caseFiles, rounds, seed: values.seed, say })
  say(tellMigration(proof))
  process.exit(proof.problems.length === 0 ? 0 : 1)
}
const faults = flips > 0 ? `${flips} bits` : `${rounds} rodadas`
say(`${faults}, ${writers} pessoas escrevendo, semente ${values.seed}.`)
const report = await run()
say(tellReport(report))
const isSlow = report.failovers !== undefined && percentile95(report.failovers.recoveriesMs) > 30_000
if (isSlow) say('A troca de servidor passou de trinta segundos.')
process.exit(report.problems.length === 0 && !isSlow ? 0 : 1)

function run(): Promise<CampaignReport> {
  const common = { rounds, writers, seed: values.seed, roundMs: [least, most] as const, patienceMs: 60_000, say }
  if (values.failover) return runFailovers({ ...common, asynchronous })
  if (flips > 0) return runBitFlips({ ...common, flips })
  if (values['power-cut']) return runPowerCuts({ ...common, sabotage })
  return runCampaign({ ...common, failpoints: values.failpoints === 'sim' ? stepsOfWriters : [] })
}

/** Very many of one kind: numbers, the same forms again and again, letters. */
async function goFlood(): Promise<never> {
  const acts = duplicates > 0 ? duplicates : numbers
  const minutes = Number(values.minutes)
  if (
    !(minutes > 0 && minutes <= 1_440) ||
    ![acts, letters].every((count) => count >= 0 && count <= 100_000) ||
    (numbers > 0 && duplicates > 0)
  ) {
    say(
      'Use: bin/faults --numbers 20000, --duplicates 3000 ou --letters 2000, cada um até 100000 [--writers 200] [--rounds 6] [--minutes 60].',
    )
    process.exit(2)
  }
  say(`${acts} atos, ${letters} cartas, ${writers} pessoas, ${rounds} mortes, semente ${values.seed}.`)
  const setup = { workers: writers, acts, copies: duplicates > 0, letters, kills: rounds, seed: values.seed }
  const found = await runFlood({ ...setup, limitMs: minutes * 60_000, patienceMs: 300_000, say })
  say(tellFlood(found))
  process.exit(found.problems.length === 0 ? 0 : 1)
}

/** Cuts the power where mounts are its own, and ends as it ends. */
async function goApart(): Promise<never> {
  const missing = missingForPowerCuts()
  if (missing.length > 0) {
    say(`O corte de energia não pode ser provado aqui: falta ${missing.join('; falta ')}.`)
    process.exit(2)
  }
  const child = startApart(fileURLToPath(import.meta.url), process.argv.slice(2), 'inherit')
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  const [code] = (await once(child, 'exit')) as [number | null]
  process.exit(code ?? 1)
}
