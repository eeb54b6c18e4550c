import { performance } from 'node:perf_hooks'
import type { AdmissionConfig } from '../config/index.ts'

/**
 * How a request stands when there is not room for all. Who is signed in and changes something comes first: an act, or
 * the editor keeping a text. Then who is signed in and reads, and visitors who send something (signing in is one of
 * these). Last, visitors who only read.
 */
export type Standing = 'writing' | 'reading' | 'visiting'

/** Ends a request's stay. More than once does nothing. */
export type Leave = () => void

export interface Admission {
  /** Whether somebody of this standing would be sent away at once. */
  refuses(standing: Standing): boolean
  /** In, with the way out; or sent away. The wait ends too when `gone` resolves: nobody is there any more. */
  enter(standing: Standing, gone?: Promise<unknown>): Promise<Leave | undefined> | Leave | undefined
  close(): void
}

interface Waiting {
  readonly standing: Standing
  readonly settle: (leave: Leave | undefined) => void
  readonly timer: NodeJS.Timeout
}

/** First who is served first. */
const standings = ['writing', 'reading', 'visiting'] as const
const writersPatience = 4
/** Of the room, what visitors who only read may take: whoever works always finds some. */
const visitorsShare = 0.75
/** Of the room, what is left to who does not write while the machine is behind: less at once is done sooner. */
const lateShare = 0.25
const tickMs = 100

/** The door of the house: so many at once, some in a short queue for a short time, and the rest sent away at once. */
export function openAdmission(limits: AdmissionConfig, now: () => number = () => performance.now()): Admission {
  const underWay: Record<Standing, number> = { writing: 0, reading: 0, visiting: 0 }
  const queues: Record<Standing, Waiting[]> = { writing: [], reading: [], visiting: [] }
  const visitorsAtOnce = Math.max(1, Math.floor(limits.atOnce * visitorsShare))
  const atOnceWhenLate = Math.max(1, Math.floor(limits.atOnce * lateShare))
  let [ticked, behindMs] = [now(), 0]
  const ticking = setInterval(() => {
    behindMs = now() - ticked - tickMs
    ticked = now()
  }, tickMs).unref()

  const isLate = () => Math.max(behindMs, now() - ticked - tickMs) > limits.lateLoopMs
  const roomFor = (standing: Standing) => (standing !== 'writing' && isLate() ? atOnceWhenLate : limits.atOnce)
  const hasRoom = (standing: Standing) =>
    underWay.writing + underWay.reading + underWay.visiting < roomFor(standing) &&
    (standing !== 'visiting' || underWay.visiting < visitorsAtOnce)
  const waiting = () => queues.writing.length + queues.reading.length + queues.visiting.length
  const below = (standing: Standing) => standings.slice(standings.indexOf(standing) + 1).reverse()
  /** The newest of the lowest standing that makes room in the queue for this one. */
  const giveWay = (standing: Standing) => below(standing).find((lower) => queues[lower].length > 0)
  const mayWait = (standing: Standing) =>
    (standing === 'writing' || !isLate()) && (waiting() < limits.waiting || giveWay(standing) !== undefined)

  const admit = (standing: Standing): Leave => {
    underWay[standing] += 1
    let inside = true
    return () => {
      if (!inside) return
      inside = false
      underWay[standing] -= 1
      callNext()
    }
  }
  const callNext = () => {
    for (const standing of standings) {
      while (hasRoom(standing)) {
        const next = queues[standing].shift()
        if (!next) break
        clearTimeout(next.timer)
        next.settle(admit(standing))
      }
    }
  }
  const sendAway = (one: Waiting) => {
    const queue = queues[one.standing]
    const place = queue.indexOf(one)
    if (place < 0) return
    queue.splice(place, 1)
    clearTimeout(one.timer)
    one.settle(undefined)
  }
  const wait = (standing: Standing, gone: Promise<unknown> | undefined) =>
    new Promise<Leave | undefined>((settle) => {
      const patienceMs = limits.longestWaitMs * (standing === 'writing' ? writersPatience : 1)
      const one: Waiting = { standing, settle, timer: setTimeout(() => sendAway(one), patienceMs) }
      queues[standing].push(one)
      gone?.then(() => sendAway(one))
    })

  return {
    refuses: (standing) => !hasRoom(standing) && !mayWait(standing),
    enter: (standing, gone) => {
      if (hasRoom(standing)) return admit(standing)
      if (!mayWait(standing)) return undefined
      if (waiting() >= limits.waiting) {
        const displaced = queues[giveWay(standing) ?? standing].at(-1)
        if (displaced) sendAway(displaced)
      }
      return wait(standing, gone)
    },
    close: () => clearInterval(ticking),
  }
}
