import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { projectRoot } from '../src/platform/project-root.ts'
import type { Act, PreparedAct } from './acts/act.ts'
import { openCase, writeDocument } from './acts/open-case.ts'
import { desk, document, longCase, searchOne, searchThree, smallCase } from './acts/read-pages.ts'
import { sendCase } from './acts/send-case.ts'
import { type Compared, type Cost, compare, costOf } from './compare.ts'
import { openHands } from './hands.ts'
import { type Database, openDatabaseToMeasure } from './house/open-house.ts'
import { residentMiB } from './house/processes.ts'
import { type Program, startProgram } from './house/program.ts'
import { report } from './report.ts'
import { statementsOf } from './statements.ts'
import { makeWorld } from './world/make-world.ts'

/**
 * bin/bench: measures the whole program over HTTP beside the bare SQL that its acts come to, in one run on one machine,
 * and writes bench/RESULTS.md. The world it makes is kept below dados/, so that the next run begins at once.
 */
const acts: readonly Act[] = [
  openCase,
  writeDocument,
  sendCase,
  desk,
  smallCase,
  longCase,
  document,
  searchOne,
  searchThree,
]
const { values } = parseArgs({
  options: {
    scale: { type: 'string', default: '100' },
    seconds: { type: 'string', default: '2' },
    only: { type: 'string' },
  },
})
const scale = Number(values.scale)
const seconds = Number(values.seconds)
const chosen = acts.filter(({ name }) => !values.only || values.only.split(',').includes(name))
if (!Number.isInteger(scale) || scale < 1 || scale > 1000 || !(seconds > 0 && seconds <= 60) || chosen.length === 0) {
  process.stderr.write(
    `Uso: bin/bench [--scale milhares, de 1 a 1000] [--seconds segundos por volta] [--only ${acts.map(({ name }) => name).join(',')}]\n`,
  )
  process.exit(1)
}
const say = (words: string) => process.stderr.write(process.stderr.isTTY ? `\r\x1b[K${words}` : `${words}\n`)
const dataFolder = join(projectRoot, 'dados', `medicao-${scale}`)
const database = await openDatabaseToMeasure(dataFolder)
try {
  await makeWorld(database, scale, say)
  const costs = await countCosts(database)
  const measured = await measure(database, costs)
  const text = report({ ...measured, scale, seconds, version: database.version, commit: commit() })
  process.stdout.write(`\n${text}`)
  if (!values.only) await writeFile(join(projectRoot, 'bench', 'RESULTS.md'), text)
} finally {
  await database.stop()
}

export interface Measured {
  readonly act: Act
  readonly cost: Cost
  readonly compared: readonly Compared[]
}

/** With a program that does nothing by itself, so that every statement is the act's. */
async function countCosts(around: Database): Promise<ReadonlyMap<string, Cost>> {
  return withProgram(around, { CARIMBO_TRABALHOS: '0' }, async (_program, prepared) => {
    const costs = new Map<string, Cost>()
    for (const { act, work, hands } of prepared) {
      say(`contando comandos: ${act.title}`)
      costs.set(act.name, await costOf(hands, work, statementsOf))
    }
    return costs
  })
}

async function measure(around: Database, costs: ReadonlyMap<string, Cost>) {
  return withProgram(around, {}, async (program, prepared) => {
    const pids = { application: program.pid, database: around.pid }
    await settled(around)
    const idleMiB = residentMiB(program.pid)
    const measured: Measured[] = []
    for (const { act, work } of prepared) {
      const compared = await compare(act, work, pids, seconds, say)
      measured.push({ act, cost: costs.get(act.name) ?? { statements: 0, bytes: undefined }, compared })
    }
    return { measured, readyMs: program.readyMs, idleMiB, loadedMiB: residentMiB(program.pid) }
  })
}

interface Prepared {
  readonly act: Act
  readonly work: PreparedAct
  readonly hands: Awaited<ReturnType<typeof openHands>>
}

async function withProgram<Value>(
  around: Database,
  environment: Record<string, string>,
  work: (program: Program, prepared: readonly Prepared[]) => Promise<Value>,
): Promise<Value> {
  const program = await startProgram({ CARIMBO_DADOS: dataFolder, ...environment })
  try {
    const hands = await openHands({ url: program.url, databaseUrl: around.url, db: around.db })
    try {
      const prepared: Prepared[] = []
      for (const act of chosen) prepared.push({ act, work: await act.prepare(hands), hands })
      return await work(program, prepared)
    } finally {
      await hands.close()
    }
  } finally {
    await program.stop()
  }
}

/** Waits until what lay in queues is indexed and sealed, and the pages of the world are on the disk. */
async function settled({ db }: Database): Promise<void> {
  for (let left = 1; left > 0; ) {
    const [row] = await db<{ waiting: number }[]>`
      select (select count(*) from search.pending where problem is null)::int +
             (select count(*) from history.event where tx >= coalesce((select to_tx from history.seal order by id desc limit 1), '0'::xid8)
                and tx < pg_snapshot_xmin(pg_current_snapshot()))::int as waiting`
    left = row?.waiting ?? 0
    if (left > 0) {
      say(`esperando a indexação e a selagem: ${left}`)
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
  }
  await db`checkpoint`
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
