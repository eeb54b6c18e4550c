// A process of its own: everybody who asks. Told by its argument whom to be, and by each line of its input what to do.
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { type Ask, openAsker } from './asking.ts'
import { gatherCrowd, nextAsk } from './crowd.ts'
import { soak } from './soaking.ts'
import { openTally, type Tally } from './tally.ts'
import type { CrowdTask, Phase, Told } from './task.ts'

const task = JSON.parse(process.argv[2] ?? '{}') as CrowdTask
const asker = openAsker(task.address)
const crowd = await gatherCrowd(task)
const tell = (message: object) => void process.stdout.write(`${JSON.stringify(message)}\n`)

async function one(tally: Tally): Promise<void> {
  const ask: Ask = nextAsk(crowd)
  tally.sent(ask.standing)
  const answered = await asker(ask)
  if (answered.fate === 'served') ask.acknowledge?.(answered)
  ask.settled?.()
  tally.note(ask, answered)
}

async function closed(phase: Extract<Phase, { kind: 'closed' }>): Promise<Told> {
  const tally = openTally()
  const end = performance.now() + phase.seconds * 1000
  const work = async () => {
    while (performance.now() < end) await one(tally)
  }
  await Promise.all(Array.from({ length: phase.atOnce }, work))
  return tally.told()
}

const tickMs = 5

/** Each at its moment, whether or not those before were answered. */
async function open({ perSecond, seconds, untilNormal }: Extract<Phase, { kind: 'open' }>): Promise<Told> {
  const tally = openTally()
  const began = performance.now()
  const underWay = new Set<Promise<void>>()
  let normalAfter: number | undefined
  for (let [sent, elapsed] = [0, 0]; elapsed < seconds * 1000; elapsed = performance.now() - began) {
    for (const due = (elapsed / 1000) * perSecond; sent < due; sent++) {
      const asking: Promise<void> = one(tally).finally(() => underWay.delete(asking))
      underWay.add(asking)
    }
    normalAfter = untilNormal && tally.normalSince(untilNormal)
    if (normalAfter !== undefined) break
    await wait(tickMs)
  }
  const { seconds: within, servedWithin } = tally.told()
  await Promise.all(underWay)
  const whole = tally.told(normalAfter)
  return { ...whole, seconds: within, servedWithin, drainSeconds: whole.seconds - within }
}

tell({ type: 'ready' })
for await (const line of createInterface({ input: process.stdin })) {
  const phase = JSON.parse(line) as Phase
  if (phase.kind === 'closed') tell(await closed(phase))
  else if (phase.kind === 'open') tell(await open(phase))
  else tell(await soak(phase, crowd, asker))
}
process.exit(0)
