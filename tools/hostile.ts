import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

/** bin/hostile: the long form of `test/hostile`, in a house of its own. The seed of a run repeats it. */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '1' },
    seed: { type: 'string', default: randomBytes(6).toString('hex') },
  },
})
const rounds = Number.parseInt(values.rounds, 10)
if (!(rounds >= 1 && rounds <= 1_000)) {
  process.stdout.write('Use: bin/hostile --rounds 3 [--seed palavra]. Rodadas de 1 a 1000.\n')
  process.exit(2)
}
const folder = mkdtempSync(join(tmpdir(), 'carimbo-hostil-'))
const report = join(folder, 'relato.txt')
process.on('exit', () => {
  if (existsSync(report)) process.stdout.write(`\n${readFileSync(report, 'utf8')}\n`)
  rmSync(folder, { recursive: true, force: true })
})
process.stdout.write(`Entradas hostis: ${rounds} rodadas, semente ${values.seed}.\n`)
process.env.CARIMBO_RODADAS_HOSTIS = String(rounds)
process.env.CARIMBO_SEMENTE_HOSTIL = values.seed
process.env.CARIMBO_RELATO_HOSTIL = report
process.argv.splice(2, process.argv.length, 'test/hostile/hostile.test.ts')
await import('./run-tests/main.ts')
