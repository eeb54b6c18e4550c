import { processMark } from '../../../bin/bootstrap/lock.mjs'

const intervalMs = 1_000

/**
 * Looks after a server that may die without us (killed for memory, by mistake): when its process is gone, `revive` runs
 * and answers the new process. Holds nothing open: a program that is done may end.
 */
export function keepAlive(pid: number, revive: () => Promise<number>): { end(): Promise<void> } {
  let watched = { pid, mark: processMark(pid) }
  let work: Promise<void> | undefined
  const timer = setInterval(() => {
    if (work || processMark(watched.pid) === watched.mark) return
    work = revive()
      .then((revived) => {
        watched = { pid: revived, mark: processMark(revived) }
      })
      // It is tried again at the next look; until then queries fail, and say so.
      .catch(() => undefined)
      .finally(() => {
        work = undefined
      })
  }, intervalMs)
  timer.unref()
  return {
    async end() {
      clearInterval(timer)
      await work
    },
  }
}
