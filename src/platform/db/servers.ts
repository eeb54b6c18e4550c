import { Socket } from 'node:net'
import postgres from 'postgres'
import type { Lineage, LineageMemory } from './lineage.ts'
import { serversOf } from './server-addresses.ts'

/** One of several servers of the same database. */
export interface DatabaseServer {
  readonly url: string
  readonly host: string
  readonly port: number
}

/**
 * Several servers of one database, of which one takes writes. Which one it is, is looked at again and again: where another
 * was promoted, connections to the one before are cut off, and a server that comes back with an older history than one
 * already seen is never used again, even if it takes writes.
 */
export interface DatabaseServers {
  /** The one that takes writes now. Rejects, as an unreachable server does, where none does. */
  current(): Promise<DatabaseServer>
  /** The last that was known to. */
  last(): DatabaseServer
  /** A connection to one of them: it is cut off when another takes its place, and its end casts doubt. */
  hold(socket: Socket, server: DatabaseServer): void
  end(): Promise<void>
}

interface Answer extends Lineage {
  readonly server: DatabaseServer
  readonly writes: boolean
}

/** `late`: it did not say no, it said nothing. */
type Looked = Answer | 'late' | 'gone'

const lateAfterMs = 2_000
const everyMs = 2_000
const inDoubtEveryMs = 300

/** Follows the servers of an address; undefined where it names only one, which needs no looking after. */
export function openServers(address: string, memory: LineageMemory): DatabaseServers | undefined {
  const urls = serversOf(address) ?? []
  const [first, ...others] = urls.map(lookoutTo)
  return first && others.length > 0 ? follow([first, ...others], memory) : undefined
}

/** A socket for a package that connects by itself: on its way to the server that takes writes, or broken at once. */
export async function socketTo(servers: DatabaseServers): Promise<Socket> {
  const socket = new Socket()
  try {
    const server = await servers.current()
    servers.hold(socket, server)
    socket.connect(server.port, server.host)
    // By this name the certificate of the server is checked.
    return Object.assign(socket, { host: server.host, port: server.port })
  } catch (error) {
    // Who asked listens only once it has the socket; without one it would wait for ever.
    setImmediate(() => socket.destroy(error as Error))
    return socket
  }
}

function follow(lookouts: readonly [Lookout, ...Lookout[]], memory: LineageMemory): DatabaseServers {
  const sockets = new Map<Socket, DatabaseServer>()
  let known = memory.read()
  let place: DatabaseServer = lookouts[0].server
  let inDoubt = true
  let ended = false
  let looking: Promise<boolean> | undefined
  let timer: NodeJS.Timeout | undefined

  const take = ({ server, system, timeline }: Answer) => {
    place = server
    inDoubt = false
    if (known?.system !== system || known.timeline !== timeline) {
      known = { system, timeline }
      memory.write(known)
    }
    for (const [socket, held] of sockets) if (held.url !== server.url) socket.destroy()
  }
  const lookAround = async (): Promise<boolean> => {
    const looked = await Promise.all(lookouts.map(({ look }) => look()))
    const best = chosen(
      looked.filter((one) => typeof one === 'object'),
      known,
      place,
    )
    if (best) take(best)
    // A server too busy to answer in time is still the one, as long as no other has taken its place.
    return best !== undefined || looked[lookouts.findIndex(({ server }) => server.url === place.url)] === 'late'
  }
  const lookOnce = () => {
    looking ??= lookAround().finally(() => {
      looking = undefined
    })
    return looking
  }
  const goOn = () => {
    if (ended) return
    timer = setTimeout(() => lookOnce().then(goOn, goOn), inDoubt ? inDoubtEveryMs : everyMs)
    timer.unref()
  }
  lookOnce().then(goOn, goOn)

  return {
    last: () => place,
    current: async () => {
      if (inDoubt && !(await lookOnce()))
        throw Object.assign(new Error('no server of the database takes writes'), { code: 'ECONNREFUSED' })
      return place
    },
    hold: (socket, server) => {
      sockets.set(socket, server)
      socket.once('close', () => {
        sockets.delete(socket)
        if (server.url === place.url) inDoubt = true
      })
    },
    end: async () => {
      ended = true
      clearTimeout(timer)
      await Promise.all(lookouts.map(({ end }) => end()))
    },
  }
}

/**
 * The one to write to. Of a promotion the newer history stays: what the older one was told since then nobody else knows, and it
 * must not go on. Another database altogether is taken only where none of ours is left.
 */
export function chosen(
  answers: readonly Answer[],
  known: Lineage | undefined,
  place: DatabaseServer,
): Answer | undefined {
  const ours = known && answers.some(({ system }) => system === known.system) ? known : undefined
  const fit = answers.filter(
    ({ writes, system, timeline }) => writes && (!ours || (system === ours.system && timeline >= ours.timeline)),
  )
  const newest = Math.max(...fit.map(({ timeline }) => timeline))
  const best = fit.filter(({ timeline }) => timeline === newest)
  return best.find(({ server }) => server.url === place.url) ?? best[0]
}

interface Lookout {
  readonly server: DatabaseServer
  look(): Promise<Looked>
  end(): Promise<void>
}

/** One connection of its own, which asks what the server is. */
function lookoutTo(url: string): Lookout {
  const { hostname, port } = new URL(url)
  const server = { url, host: hostname.replace(/^\[(.*)\]$/, '$1'), port: Number(port || 5432) }
  const open = () =>
    postgres(url, {
      max: 1,
      prepare: false,
      fetch_types: false,
      connect_timeout: lateAfterMs / 1_000,
      backoff: () => 0.1,
      onnotice: () => undefined,
      connection: { application_name: 'carimbo-vigia' },
    })
  let sql = open()
  return {
    server,
    look: async () => {
      const { promise: late, resolve } = Promise.withResolvers<'late'>()
      const timer = setTimeout(resolve, lateAfterMs, 'late')
      const answer = ask(sql, server).catch(
        (error: { code?: string }): Looked => (error.code === 'CONNECT_TIMEOUT' ? 'late' : 'gone'),
      )
      const looked = await Promise.race([answer, late])
      clearTimeout(timer)
      if (looked === 'late') {
        // What hangs would keep the next question waiting behind it.
        void sql.end({ timeout: 0 }).catch(() => undefined)
        sql = open()
      }
      return looked
    },
    end: () => sql.end({ timeout: 0 }),
  }
}

async function ask(sql: postgres.Sql, server: DatabaseServer): Promise<Answer> {
  const [row] = await sql<{ system: string; timeline: string | null }[]>`
    select system_identifier::text as system,
           case when not pg_is_in_recovery() and current_setting('transaction_read_only') = 'off'
                then substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8) end as timeline
      from pg_control_system()`
  if (!row) throw new Error('the server did not say what it is')
  return {
    server,
    system: row.system,
    timeline: Number.parseInt(row.timeline ?? '0', 16),
    writes: row.timeline !== null,
  }
}
