import { cpus, loadavg, release, totalmem, type } from 'node:os'
import { join } from 'node:path'
import type { Act, PreparedAct } from './acts/act.ts'
import { type Cost, compare, costOf } from './compare.ts'
import { openHands } from './hands.ts'
import type { Database } from './house/open-house.ts'
import { residentMiB } from './house/processes.ts'
import { type Program, startProgram } from './house/program.ts'
import { type Browser, expectStatus } from './http-client.ts'
import type { ActMeasured, Raw } from './raw.ts'
import { settled } from './settled.ts'
import { statementsOf } from './statements.ts'
import type { Figures, Trial } from './trials/trial.ts'
import { acts, trials } from './work-list.ts'
import { openWorld, type World } from './world/open-world.ts'
import { at } from './world/registers.ts'

interface Work {
  readonly acts: readonly Act[]
  readonly trials: readonly Trial[]
  readonly seconds: number
  readonly commit: string
  readonly say: (words: string) => void
}

interface Stage extends Work {
  readonly world: World
  readonly database: Database
}

/** Everything that is asked for, in one world: made first where it is not there. */
export async function measureWorld(
  dataFolder: string,
  name: string,
  thousands: number,
  only: readonly string[] | undefined,
  work: Omit<Work, 'acts' | 'trials'>,
): Promise<Raw> {
  const { world, database } = await openWorld(dataFolder, name, thousands, work.say)
  const begun = performance.now()
  const wanted = <Item extends { name: string }>(items: readonly Item[]) =>
    items.filter((item) => !only || only.includes(item.name))
  const stage = { ...work, world, database, acts: wanted(acts), trials: wanted(trials) }
  try {
    const { costs, signedIn } = await countCosts(stage)
    const measured = await measure(stage, costs, signedIn)
    return {
      world,
      ...measured,
      commit: work.commit,
      at: new Date().toISOString(),
      machine: machine(),
      load: loadavg(),
      seconds: work.seconds,
      postgres: database.version,
      node: process.versions.node,
      tookSeconds: Math.round((performance.now() - begun) / 1000),
    }
  } finally {
    await database.stop()
  }
}

/** With a program that does nothing by itself, so that every statement is the act's. Answers somebody who stays signed in. */
async function countCosts(stage: Stage): Promise<{ costs: ReadonlyMap<string, Cost>; signedIn: Browser }> {
  return withProgram(stage, { CARIMBO_TRABALHOS: '0' }, async (_program, hands) => {
    const costs = new Map<string, Cost>()
    for (const act of stage.acts) {
      stage.say(`contando comandos: ${act.title}`)
      costs.set(act.name, await costOf(hands, await act.prepare(hands), statementsOf))
    }
    return { costs, signedIn: hands.browsers[0]?.another() as Browser }
  })
}

async function measure(stage: Stage, costs: ReadonlyMap<string, Cost>, signedIn: Browser) {
  const { database, seconds, say, world } = stage
  // As behind a proxy, so that those who sign in come from as many addresses as they are people.
  return withProgram(
    stage,
    { CARIMBO_PROXY: 'sim' },
    async (program, hands, firstDeskMs) => {
      const pids = { application: program.pid, database: database.pid }
      const measured: Record<string, ActMeasured> = {}
      await settled(database.db, say)
      let figures: Figures = {
        readyMs: program.readyMs,
        firstDeskMs: firstDeskMs ?? Number.NaN,
        idleMiB: residentMiB(program.pid),
      }
      for (const act of stage.acts) {
        const prepared: PreparedAct = await act.prepare(hands)
        const compared = await compare(act, prepared, pids, seconds, say)
        measured[act.name] = { cost: costs.get(act.name) ?? { statements: 0, bytes: undefined }, compared }
      }
      if (stage.acts.length > 0) figures = { ...figures, loadedMiB: residentMiB(program.pid) }
      for (const trial of stage.trials) {
        say(trial.title)
        await settled(database.db, say)
        const found = await trial
          .run({ hands, pids, world, seconds, say, found: figures })
          .catch((error: unknown) => refused(trial, error, say))
        figures = { ...figures, ...found }
      }
      return { acts: measured, figures }
    },
    signedIn,
  )
}

/** One that fails shall not cost the others: it is told, and its goals are not measured. */
function refused(trial: Trial, error: unknown, say: (words: string) => void): Figures {
  say(`${trial.title}: não foi medido. ${String((error as Error)?.stack ?? error).slice(0, 2_000)}\n`)
  return {}
}

type Opened = Awaited<ReturnType<typeof openHands>>

async function withProgram<Value>(
  { world, database }: Stage,
  environment: Record<string, string>,
  work: (program: Program, hands: Opened, firstDeskMs: number | undefined) => Promise<Value>,
  signedIn?: Browser,
): Promise<Value> {
  const begun = performance.now()
  const program = await startProgram({ CARIMBO_DADOS: world.folder, ...environment })
  try {
    const first = signedIn && (await signedIn.at(program.url).get(`/em/${at.desk}/mesa`))
    const firstDeskMs = first && expectStatus(first, 200, 'the first desk') && performance.now() - begun
    const hands = await openHands({
      url: program.url,
      databaseUrl: database.url,
      db: database.db,
      folder: world.folder,
    })
    try {
      return await work(program, hands, firstDeskMs)
    } finally {
      await hands.close()
    }
  } finally {
    await program.stop()
  }
}

function machine(): string {
  const processors = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  return `${processors.length} × ${processors[0]?.model.trim() ?? '?'}, ${memory} GiB, ${type()} ${release()}`
}

/** Where the worlds are kept. */
export const dataFolderOf = (root: string) => join(root, 'dados')
