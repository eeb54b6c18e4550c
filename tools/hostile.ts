import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

/** bin/hostile: the long forms of `test/hostile` and of the times of `test/access`, each in a house of its own. */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string' },
    uploads: { type: 'string' },
    guesses: { type: 'string' },
    timing: { type: 'string' },
    seed: { type: 'string', default: randomBytes(6).toString('hex') },
  },
})

/** What is asked for by each option: which file of tests, how it is told how much, and the most of it. */
const forms = {
  rounds: { file: 'test/hostile/hostile.test.ts', variable: 'CARIMBO_RODADAS_HOSTIS', most: 1_000 },
  uploads: { file: 'test/hostile/hostile.test.ts', variable: 'CARIMBO_ENVIOS_HOSTIS', most: 100_000 },
  guesses: { file: 'test/hostile/throttle.test.ts', variable: 'CARIMBO_PALPITES_HOSTIS', most: 1_000_000 },
  timing: { file: 'test/access/timing.test.ts', variable: 'CARIMBO_AMOSTRAS_DE_TEMPO', most: 100_000 },
} as const
const asked = (Object.keys(forms) as (keyof typeof forms)[]).filter((name) => values[name] !== undefined)
const name = asked[0] ?? 'rounds'
const { file, variable, most } = forms[name]
const count = Number.parseInt(values[name] ?? '1', 10)
if (asked.length > 1 || !(count >= 1 && count <= most)) {
  process.stdout.write(
    'Use um de cada vez: bin/hostile --rounds 3 (até 1000), --uploads 10000, --guesses 100000 ou --timing 1000 [--seed palavra].\n',
  )
  process.exit(2)
}
const folder = mkdtempSync(join(tmpdir(), 'carimbo-hostil-'))
const report = join(folder, 'relato.txt')
process.on('exit', () => {
  if (existsSync(report)) process.stdout.write(`\n${readFileSync(report, 'utf8')}\n`)
  rmSync(folder, { recursive: true, force: true })
})
process.stdout.write(`Entradas hostis: ${name} ${count}, semente ${values.seed}.\n`)
process.env[variable] = String(count)
process.env.CARIMBO_SEMENTE_HOSTIL = values.seed
process.env.CARIMBO_RELATO_HOSTIL = report
process.argv.splice(2, process.argv.length, file)
await import('./run-tests/main.ts')
