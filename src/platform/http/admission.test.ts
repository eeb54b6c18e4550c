import { setTimeout as wait } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AdmissionConfig } from '../config/index.ts'
import { type Leave, openAdmission, type Standing } from './admission.ts'

const limits: AdmissionConfig = { atOnce: 4, waiting: 2, longestWaitMs: 60_000, lateLoopMs: 500 }
const never = new Promise<never>(() => undefined)

/** A door at which nobody comes by the clock: it says so. */
function doorWith(changed: Partial<AdmissionConfig> = {}) {
  let moment = 0
  const door = openAdmission({ ...limits, ...changed }, () => moment)
  const fill = (standing: Standing, count: number) =>
    Array.from({ length: count }, () => door.enter(standing)) as Leave[]
  return { door, fill, passTime: (ms: number) => (moment += ms) }
}

describe('the door of the house', () => {
  it('lets in so many at once, some wait, and the rest are sent away at once', () => {
    const { door, fill } = doorWith()
    expect(fill('reading', 4).every((leave) => typeof leave === 'function')).toBe(true)
    expect(door.enter('reading')).toBeInstanceOf(Promise)
    expect(door.enter('reading')).toBeInstanceOf(Promise)
    expect(door.refuses('reading')).toBe(true)
    expect(door.enter('reading')).toBeUndefined()
  })

  it('calls who writes before who reads, and who reads before visitors, whoever came first', async () => {
    const { door, fill } = doorWith({ waiting: 10 })
    const inside = fill('writing', 4)
    const served: Standing[] = []
    const came: Standing[] = ['visiting', 'reading', 'writing', 'visiting', 'writing']
    for (const standing of came) void (door.enter(standing) as Promise<Leave>).then(() => served.push(standing))
    for (const leave of inside) leave()
    await wait(0)
    expect(served).toEqual(['writing', 'writing', 'reading', 'visiting'])
  })

  it('sends a waiting visitor away to make room in the queue for who writes, never the other way round', async () => {
    const { door, fill } = doorWith()
    fill('writing', 4)
    const visitors = [door.enter('visiting'), door.enter('visiting')]
    expect(door.enter('visiting')).toBeUndefined()
    expect(door.refuses('writing')).toBe(false)
    expect(door.enter('writing')).toBeInstanceOf(Promise)
    expect(await visitors[1]).toBeUndefined()
    expect(door.enter('writing')).toBeInstanceOf(Promise)
    expect(await visitors[0]).toBeUndefined()
    expect(door.refuses('writing')).toBe(true)
  })

  it('keeps a part of the room from visitors who only read', () => {
    const { door, fill } = doorWith()
    fill('visiting', 3)
    expect(door.enter('visiting')).toBeInstanceOf(Promise)
    expect(door.enter('writing')).toBeTypeOf('function')
  })

  it('lets only who writes wait while the machine is behind', () => {
    const { door, fill, passTime } = doorWith()
    fill('reading', 4)
    passTime(limits.lateLoopMs + 200)
    expect(door.refuses('reading')).toBe(true)
    expect(door.refuses('writing')).toBe(false)
  })

  it('never refuses who finds room, however far behind the machine is', () => {
    const { door, passTime } = doorWith()
    passTime(60_000)
    expect(door.refuses('visiting')).toBe(false)
    expect(door.enter('visiting')).toBeTypeOf('function')
  })

  it('sends away who has waited long enough, and forgets who is gone', async () => {
    const { door, fill } = doorWith({ longestWaitMs: 1 })
    fill('writing', 4)
    expect(await door.enter('reading')).toBeUndefined()
    expect(await door.enter('writing', Promise.resolve())).toBeUndefined()
    expect(door.refuses('reading')).toBe(false)
  })

  it('frees one place for one who leaves, however often he says that he does', () => {
    const { door, fill } = doorWith({ waiting: 0 })
    const [first] = fill('writing', 4)
    first?.()
    first?.()
    expect(door.enter('writing')).toBeTypeOf('function')
    expect(door.enter('writing')).toBeUndefined()
  })

  it('never has more inside than there is room, and is empty again when all have left', async () => {
    const coming = fc.array(fc.tuple(fc.constantFrom<Standing>('writing', 'reading', 'visiting'), fc.nat(3)))
    await fc.assert(
      fc.asyncProperty(coming, async (arrivals) => {
        const { door } = doorWith()
        const inside: Leave[] = []
        const keep = (leave: Leave | undefined) => leave && inside.push(leave)
        for (const [standing, leaving] of arrivals) {
          const entered = door.enter(standing, never)
          if (entered instanceof Promise) void entered.then(keep)
          else keep(entered)
          for (const leave of inside.splice(0, leaving)) {
            leave()
            leave()
          }
          await undefined
          expect(inside.length).toBeLessThanOrEqual(limits.atOnce)
        }
        for (let round = 0; round < 10; round++) {
          for (const leave of inside.splice(0)) leave()
          await wait(0)
        }
        const again = Array.from({ length: limits.atOnce }, () => door.enter('writing'))
        expect(again.every((leave) => typeof leave === 'function')).toBe(true)
        door.close()
      }),
      { numRuns: 30 },
    )
  })
})
