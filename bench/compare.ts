import type { Act, Hands, PreparedAct } from './acts/act.ts'
import { type Pids, type Round, round, type Sample, sampleOf } from './measure.ts'

export const connectionCounts = [1, 8, 32] as const
const rounds = 3
/** Every connection of the pool prepares each statement once: until then an act costs several times what it costs after. */
const warmUpWorkers = 32
const warmUpSeconds = 2
const replanSeconds = 0.5

/** Both sides of an act at one number of connections. */
export interface Compared {
  readonly connections: number
  readonly ours: Sample
  readonly byHand: Sample
}

/** Measures both sides of an act side by side: a round of one, a round of the other, three times, the first after a warm-up. */
export async function compare(
  act: Act,
  prepared: PreparedAct,
  pids: Pids,
  seconds: number,
  say: (words: string) => void,
): Promise<Compared[]> {
  const results: Compared[] = []
  for (const work of [prepared.ours, prepared.byHand]) {
    await prepared.restock?.()
    await round(work, warmUpWorkers, warmUpSeconds * (prepared.share ?? 1), pids)
  }
  for (const connections of connectionCounts) {
    const [ours, byHand]: [Round[], Round[]] = [[], []]
    for (let n = 0; n < rounds; n++) {
      say(`${act.title}: ${connections} conexões, volta ${n + 1} de ${rounds}`)
      await replenish(prepared, prepared.ours, pids)
      ours.push(await round(prepared.ours, connections, seconds * (prepared.share ?? 1), pids))
      await replenish(prepared, prepared.byHand, pids)
      byHand.push(await round(prepared.byHand, connections, seconds * (prepared.share ?? 1), pids))
    }
    results.push({ connections, ours: sampleOf(ours), byHand: sampleOf(byHand) })
  }
  await prepared.restock?.()
  return results
}

/**
 * Putting back what acts used up ends with new figures of the tables, after which each connection plans its statements
 * anew. That comes once in minutes, not in every round: it is over before the clock runs.
 */
async function replenish(prepared: PreparedAct, work: PreparedAct['ours'], pids: Pids): Promise<void> {
  if (!prepared.restock) return
  await prepared.restock()
  await round(work, warmUpWorkers, replanSeconds, pids)
}

/** What one act costs besides time: statements, and bytes of its page. */
export interface Cost {
  readonly statements: number
  readonly bytes: number | undefined
}

export async function costOf(
  hands: Hands,
  prepared: PreparedAct,
  count: (db: Hands['db'], act: () => Promise<void>) => Promise<number>,
): Promise<Cost> {
  const statements = await count(hands.db, () => prepared.ours(0))
  const bytes = await prepared.pageBytes?.()
  await prepared.restock?.()
  return { statements, bytes }
}
