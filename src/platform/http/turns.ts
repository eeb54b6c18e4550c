/** Lets so many works go on at once; the others wait for their turn, in the order in which they came. */
export function openTurns(atOnce: number): <Value>(work: () => Promise<Value>) => Promise<Value> {
  let free = Math.max(1, atOnce)
  const waiting: (() => void)[] = []
  return async (work) => {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve))
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
