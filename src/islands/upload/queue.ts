export interface Queue {
  readonly add: (work: () => Promise<void>) => void
  readonly busy: () => boolean
  readonly onIdle: (listener: () => void) => void
}

/** Works on a few things at a time, in the order in which they came. */
export function openQueue(atOnce: number): Queue {
  const waiting: (() => Promise<void>)[] = []
  const listeners: (() => void)[] = []
  let running = 0
  const next = () => {
    const work = running < atOnce ? waiting.shift() : undefined
    if (!work) {
      if (running === 0) for (const listener of listeners) listener()
      return
    }
    running += 1
    void work().finally(() => {
      running -= 1
      next()
    })
    if (waiting.length > 0) next()
  }
  return {
    add: (work) => {
      waiting.push(work)
      next()
    },
    busy: () => running > 0 || waiting.length > 0,
    onIdle: (listener) => void listeners.push(listener),
  }
}
