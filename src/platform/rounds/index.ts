import type { Log } from '../log/index.ts'

/** Short work done again and again in every node: draining a queue table, sealing. Rounds of one name never overlap. */
export interface Round {
  readonly name: string
  readonly everyMs: number
  run(): Promise<void>
}

/** Starts the rounds. `stop` waits for those under way. */
export function startRounds(rounds: readonly Round[], log: Log): { stop(): Promise<void> } {
  const stops = rounds.map((round) => startRound(round, log))
  return {
    stop: async () => {
      await Promise.all(stops.map((stop) => stop()))
    },
  }
}

function startRound(round: Round, log: Log): () => Promise<void> {
  let stopped = false
  let underWay: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  const next = () => {
    if (stopped) return
    timer = setTimeout(() => {
      underWay = round
        .run()
        .catch((error) => {
          if (!stopped) log.error({ err: error, round: round.name }, 'a round failed')
        })
        .then(next)
    }, round.everyMs)
  }
  next()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await underWay
  }
}
