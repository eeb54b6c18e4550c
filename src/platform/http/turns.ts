import { NotAsked } from '../db/index.ts'

/**
 * Lets so many works go on at once; the others wait for their turn, in the order in which they came. Who has waited too
 * long is told so before anything was begun.
 */
export function openTurns(
  atOnce: number,
  longestWaitMs: number,
): <Value>(work: () => Promise<Value>) => Promise<Value> {
  let free = Math.max(1, atOnce)
  const waiting: (() => void)[] = []
  const turn = () =>
    new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.splice(waiting.indexOf(called), 1)
        reject(new NotAsked('TOO_BUSY'))
      }, longestWaitMs)
      const called = () => {
        clearTimeout(timer)
        resolve()
      }
      waiting.push(called)
    })
  return async (work) => {
    if (free === 0) await turn()
    else free--
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free++
    }
  }
}
