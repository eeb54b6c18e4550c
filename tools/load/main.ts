import { randomBytes } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { canKill } from '../faults/processes.ts'
import { runOverload } from './overload.ts'
import { tellOverload, tellSoak } from './report.text.ts'
import { runSoak } from './soak.ts'

/** bin/load: ten times what the program can do, or an ordinary day for hours; and whether it stays itself. */
const { values } = parseArgs({
  options: {
    overload: { type: 'boolean', default: false },
    soak: { type: 'boolean', default: false },
    minutes: { type: 'string', default: '120' },
    share: { type: 'string' },
    seconds: { type: 'string', default: '30' },
    people: { type: 'string', default: '24' },
    seed: { type: 'string', default: randomBytes(6).toString('hex') },
    sabotage: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
})
/** The founding document's load is for four cores, and here those who ask and the database have their part of them. */
const ownShare = Math.min(1, availableParallelism() / 4) / 2
const minutes = Number(values.minutes)
const seconds = Number(values.seconds)
const people = Number(values.people)
const share = Number(values.share ?? ownShare)
/** No door at all: everybody is let in, and waits. */
const withoutDoor = {
  CARIMBO_PEDIDOS: '10000',
  CARIMBO_FILA: '100000',
  CARIMBO_ESPERA_MS: '60000',
  CARIMBO_ATRASO_MS: '60000',
  PG_ESPERA_MS: '60000',
}
const isFit =
  values.overload !== values.soak &&
  minutes >= 1 &&
  minutes <= 5_000 &&
  seconds >= 3 &&
  seconds <= 40 &&
  people >= 2 &&
  people <= 200 &&
  share > 0 &&
  share <= 10 &&
  (values.sabotage === undefined || (values.overload && values.sabotage === 'limite'))
const write = (text: string) => void process.stdout.write(`${text}\n`)
const say = (sentence: string) => void (values.json ? process.stderr : process.stdout).write(`${sentence}\n`)
if (!canKill || !isFit) {
  write(
    canKill
      ? 'Use: bin/load --overload [--seconds 30] [--people 24] [--seed palavra] [--json] [--sabotage limite], ou\n' +
          '     bin/load --soak [--minutes 120] [--share 0.25] [--people 24] [--seed palavra] [--json].\n' +
          '--share é a parte da carga nominal de 8 documentos e 200 páginas por segundo, que é para quatro núcleos.'
      : 'As provas de carga rodam só no Linux: elas medem processos em /proc.',
  )
  process.exit(2)
}
const common = { seed: values.seed, people, say }
const environment = values.sabotage ? withoutDoor : {}
const [report, words] = values.overload
  ? await runOverload({ ...common, times: 10, seconds, environment }).then((one) => [one, tellOverload(one)] as const)
  : await runSoak({ ...common, minutes, share }).then((one) => [one, tellSoak(one)] as const)
write(values.json ? JSON.stringify(report, undefined, 2) : words)
process.exit(report.problems.length === 0 ? 0 : 1)
