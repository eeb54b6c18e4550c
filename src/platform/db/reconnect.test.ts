import { connect, createServer, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cloneDatabase } from '../../../test/support/template.ts'
import { openDatabase, type Pool } from './index.ts'
import { waitToReconnect } from './reconnect.ts'

it.each([
  [0, 0.02],
  [1, 0.04],
  [4, 0.32],
  [5, 0.5],
  [40, 0.5],
  [1_000_000, 0.5],
])('after %i refusals a connection asks again within %f s, and not before half of it', (refusals, longest) => {
  expect(waitToReconnect(refusals, () => 1)).toBeCloseTo(longest)
  expect(waitToReconnect(refusals, () => 0)).toBeCloseTo(longest / 2)
})

describe('a pool whose server was away for many attempts', () => {
  let db: Pool
  let drop: () => Promise<void>
  let door: Awaited<ReturnType<typeof openDoor>>
  beforeAll(async () => {
    const database = await cloneDatabase()
    drop = database.drop
    const url = new URL(database.url)
    door = await openDoor(Number(url.port))
    url.port = String(door.port)
    db = await openDatabase({ url: url.href, poolSize: 8, statementTimeoutMs: 5_000, prepare: true })
  })
  afterAll(async () => {
    await db.end({ timeout: 1 })
    await door.close()
    await drop()
  })

  it('answers at the first asking after it came back', async () => {
    await Promise.all(Array.from({ length: 8 }, () => db`select 1`))
    await door.close()
    for (let round = 0; round < 12; round++) {
      const asked = await Promise.allSettled(Array.from({ length: 8 }, () => db`select 1`))
      expect(asked.map(({ status }) => status)).toContain('rejected')
    }
    await door.open()
    const began = performance.now()
    expect(await db`select 1 as one`).toEqual([{ one: 1 }])
    // Left to itself the driver waits from ten to twenty seconds here.
    expect(performance.now() - began).toBeLessThan(5_000)
  })
})

/** A door before the server that can be shut, as when the machine behind it is gone. */
async function openDoor(behind: number) {
  const inside = new Set<Socket>()
  const server = createServer((outer) => {
    const inner = connect(behind, '127.0.0.1')
    for (const [one, other] of [
      [outer, inner],
      [inner, outer],
    ] as const) {
      inside.add(one)
      one.on('error', () => undefined).on('close', () => other.destroy())
      one.pipe(other)
    }
  })
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  await listen(0)
  const { port } = server.address() as { port: number }
  return {
    port,
    open: () => listen(port),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        for (const socket of inside) socket.destroy()
        inside.clear()
      }),
  }
}
