import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { projectRoot } from '../src/platform/project-root.ts'
import { dataFolderOf, measureWorld } from './measure-world.ts'
import { keepRaw, readRaws } from './raw.ts'
import { report } from './report.ts'
import { names } from './work-list.ts'
import { thousandsOf } from './world/size.ts'

/**
 * bin/bench: measures the whole program over HTTP beside the bare limits of the same machine, in worlds of several sizes,
 * and writes bench/RESULTS.md from what was measured at this state of the program. Worlds and raw results are kept below
 * dados/, so that the next run begins at once and several runs add up. It asks nothing.
 */
const { values } = parseArgs({
  options: {
    world: { type: 'string', multiple: true, default: ['100k'] },
    'all-worlds': { type: 'boolean', default: false },
    seconds: { type: 'string', default: '0.7' },
    only: { type: 'string' },
    'only-report': { type: 'boolean', default: false },
  },
})
const worlds = values['all-worlds'] ? ['10k', '100k', '1m'] : values.world
const seconds = Number(values.seconds)
const only = values.only?.split(',')
const wrong =
  worlds.some((world) => thousandsOf(world) === undefined) ||
  !(seconds > 0 && seconds <= 60) ||
  only?.some((name) => !names.includes(name))
if (wrong) {
  process.stderr.write(
    `Uso: bin/bench [--world 10k|100k|1m|10m]… [--all-worlds] [--seconds segundos por volta] [--only-report]
                 [--only ${names.join(',')}]\n`,
  )
  process.exit(1)
}
const begun = performance.now()
const dataFolder = dataFolderOf(projectRoot)
for (const world of values['only-report'] ? [] : worlds) {
  const raw = await measureWorld(dataFolder, world, thousandsOf(world) ?? 0, only, {
    seconds,
    commit: commit(),
    say: (words) => say(world, words),
  })
  keepRaw(dataFolder, raw)
  await writeReport()
}
if (values['only-report']) await writeReport()
process.stdout.write(`\n${report(readRaws(dataFolder, commit()))}`)

/** After each world: what was measured is not lost where the next one fails. */
async function writeReport(): Promise<void> {
  await writeFile(join(projectRoot, 'bench', 'RESULTS.md'), report(readRaws(dataFolder, commit())))
}

function say(world: string, words: string): void {
  const minutes = ((performance.now() - begun) / 60_000).toFixed(1).replace('.', ',')
  const line = `[${minutes} min, mundo ${world}] ${words}`
  process.stderr.write(process.stderr.isTTY ? `\r\x1b[K${line}` : `${line}\n`)
}

function commit(): string {
  try {
    const git = join(projectRoot, '.git')
    const head = readFileSync(join(git, 'HEAD'), 'utf8').trim()
    const reference = head.startsWith('ref: ') ? head.slice(5) : undefined
    return (reference ? readFileSync(join(git, reference), 'utf8').trim() : head).slice(0, 12)
  } catch {
    return 'desconhecido'
  }
}
