import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { csrfToken } from '../../src/platform/http/index.ts'
import { openLog } from '../../src/platform/log/index.ts'
import { type Random, randomOf } from '../../tools/faults/random.ts'
import { type PageToLookAt, pagesOfAdministration, pagesOfPublic, pagesOfWork } from '../journeys/pages.ts'
import { furnishAdministration, furnishPages, type Lookers, openLookers } from '../journeys/pages-world.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import type { Person } from '../support/person.ts'
import { faultsOf } from './judge.ts'
import { findTargets, type Target } from './targets.ts'
import { type Hostile, hostileValues } from './values.ts'
import { openWire, type Reply, type Sent, type Wire } from './wire.ts'

export type Attacker = keyof Lookers
export type AttackKind =
  | 'parameters'
  | 'queries'
  | 'forms'
  | 'forged forms'
  | 'uploads'
  | 'editor'
  | 'requests'
  | 'patterns'
  | 'what was kept'

/** One kind of attack in figures. */
export interface Tally {
  asked: number
  /** By class: `2xx`, `3xx`, … */
  readonly answers: Record<string, number>
  slowestMs: number
  slowest: string
}

/** A furnished house that listens, everybody who attacks it, and all that was wrong. */
export interface Attack {
  readonly house: TestHouse
  readonly wire: Wire
  readonly random: Random
  readonly values: readonly Hostile[]
  /** An address of ours that nobody may call: who does is counted. */
  readonly trap: { readonly url: string; calls(): readonly string[] }
  readonly people: Lookers
  readonly pages: readonly { by: Attacker; url: string }[]
  readonly targets: readonly Target<Attacker>[]
  readonly faults: Set<string>
  readonly tallies: Map<AttackKind, Tally>
  /** Errors that nobody took: outside of a test they would have ended the program. */
  readonly lostErrors: readonly string[]
  readonly memory: { readonly atFirst: number; most: number }
  /** Sends with the session of somebody, and judges the answer. */
  ask(kind: AttackKind, by: Attacker, what: string, sent: Sent): Promise<Reply>
  judge(kind: AttackKind, what: string, reply: Reply): Reply
  csrfOf(by: Attacker): string
  close(): Promise<void>
}

export async function openAttack(seed: string): Promise<Attack> {
  const told: string[] = []
  const house = await openTestHouse({ log: openLog('error', { write: (line) => told.push(line) }) })
  const trap = await openTrap()
  const wire = openWire(await house.listen())
  const people = await openLookers(house)
  const world = await furnishPages(house, people)
  const wider = { ...world, ...(await furnishAdministration(house, people)) }
  const rows: readonly PageToLookAt<typeof wider>[] = [...pagesOfPublic, ...pagesOfWork, ...pagesOfAdministration]
  const pages = rows.map(({ by, address }) => ({ by, url: address(wider) }))
  const signIns = await loginsOf(house, people)
  const targets = await findTargets<Attacker>(house.app, people, pages, (route) =>
    route.includes('/administracao') ? 'central' : 'marina',
  )
  const faults = new Set<string>()
  const lostErrors: string[] = []
  const onLost = (error: unknown) => lostErrors.push(String((error as Error)?.stack ?? error))
  process.on('unhandledRejection', onLost)
  process.on('uncaughtExceptionMonitor', onLost)
  const tallies = new Map<AttackKind, Tally>()
  const memory = { atFirst: process.memoryUsage.rss(), most: 0 }
  const judge = (kind: AttackKind, what: string, reply: Reply): Reply => {
    const tally = tallies.get(kind) ?? { asked: 0, answers: {}, slowestMs: 0, slowest: '' }
    tallies.set(kind, tally)
    const answer = reply.status > 0 ? `${Math.floor(reply.status / 100)}xx` : 'none'
    tally.asked += 1
    tally.answers[answer] = (tally.answers[answer] ?? 0) + 1
    if (reply.ms > tally.slowestMs) Object.assign(tally, { slowestMs: reply.ms, slowest: what.slice(0, 140) })
    memory.most = Math.max(memory.most, process.memoryUsage.rss())
    for (const fault of faultsOf(reply))
      faults.add(`${kind}: ${fault} — ${what.slice(0, 300)}${reasonOf(told.splice(0))}`)
    return reply
  }
  return {
    ...{ house, wire, people, pages, targets, faults, tallies, memory, trap, judge, lostErrors },
    random: randomOf(seed),
    values: hostileValues(trap.url),
    csrfOf: (by) => csrfToken(tokenOf(people[by])),
    ask: async (kind, by, what, sent) => {
      const cookie = people[by].cookies().map(({ name, value }) => `${name}=${value}`)
      const headers = { cookie: cookie.join('; '), ...sent.headers }
      const reply = judge(
        kind,
        `${sent.method} ${sent.url.slice(0, 200)} by ${by}: ${what}`,
        await wire.send({ ...sent, headers }),
      )
      if (hasLeft(reply)) await signIns.again(by)
      return reply
    },
    close: async () => {
      process.off('unhandledRejection', onLost)
      process.off('uncaughtExceptionMonitor', onLost)
      wire.close()
      await trap.close()
      await house.close()
    },
  }
}

/** Somebody whom an act signed out, or shut out, comes back: the attack goes on. */
async function loginsOf(house: TestHouse, people: Lookers) {
  const logins: Partial<Record<Attacker, string>> = {
    marina: 'marina',
    carla: 'carla',
    central: 'central',
    keeper: 'acervo',
    locked: 'acervo',
  }
  const before = await house.db<{ id: string; login: string; passwordHash: string }[]>`
    select id, login, password_hash as "passwordHash" from identity.account`
  return {
    again: async (by: Attacker) => {
      const account = before.find(({ login }) => login === logins[by])
      if (!account || !(await people[by].open('/inicio')).url.startsWith('/entrar')) return
      await house.db`delete from identity.sign_in_attempt`
      await house.db`update identity.account set disabled_at = null, totp_confirmed_at = null, totp_secret = null,
        password_hash = ${account.passwordHash}, login = ${account.login} where id = ${account.id}`
      await people[by].signIn(account.login)
    },
  }
}

function hasLeft({ status, headers, body }: Reply): boolean {
  return (
    status === 401 ||
    (status === 303 && String(headers.location).startsWith('/entrar')) ||
    (status >= 400 && body.includes('Sua sessão terminou'))
  )
}

function tokenOf(person: Person): string {
  const cookies = person.cookies()
  return (cookies.find(({ name }) => name === 'carimbo') ?? cookies[0])?.value ?? ''
}

async function openTrap() {
  const calls: string[] = []
  const server = createServer((request, response) => {
    calls.push(`${request.method} ${request.url}`)
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    calls: () => calls,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

/** What the program wrote down of the last error, in a few words. */
function reasonOf(lines: readonly string[]): string {
  const last = lines.at(-1)
  if (!last) return ''
  const { err } = JSON.parse(last) as { err?: { message?: string; stack?: string } }
  const place = /at .*?((?:src|node_modules)\/[^\s)]+)/.exec(err?.stack ?? '')?.[1] ?? ''
  return ` — ${String(err?.message).slice(0, 160)} ${place}`
}
