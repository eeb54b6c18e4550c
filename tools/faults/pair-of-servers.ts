import { type ChildProcess, spawn } from 'node:child_process'
import { appendFileSync, chownSync, closeSync, openSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import postgres from 'postgres'
import { backUpCluster } from '../../src/platform/embedded-postgres/base-backup.ts'
import { serverEnvironment } from '../../src/platform/embedded-postgres/cluster.ts'
import { freePort } from '../../src/platform/embedded-postgres/free-port.ts'
import { prepareInstallation } from '../../src/platform/embedded-postgres/installation.ts'
import { urlOf } from '../../src/platform/embedded-postgres/questions.ts'
import { settingArguments } from '../../src/platform/embedded-postgres/settings.ts'
import { readState } from '../../src/platform/embedded-postgres/state.ts'
import { databaseProcesses, killOutright } from './processes.ts'

/** Two PostgreSQL servers of one database: one takes writes, the other follows it word by word. */
export interface PairOfServers {
  /** The address that the program is given: both, in one order for good. */
  readonly address: string
  /** The address of the one that takes writes now. */
  url(): string
  /** The one that took writes dies with all its children. */
  killPrimary(): void
  /** It is there and says nothing more, until it is fenced off: killed before it can go on. */
  silencePrimary(): void
  /** It goes on as if nothing had been. */
  wakePrimary(): void
  /** The other one takes writes from here on. */
  promoteStandby(): Promise<void>
  /** The one that was killed starts again as what it was, and takes itself for the one to write to. */
  bringBackOld(): Promise<void>
  /** Connections of the program to it, beside those that only look what it is. */
  countIntruders(): Promise<{ readonly intruders: number; readonly lookouts: number }>
  /** The one that is out of use becomes a copy of the other and follows it; answers once it does. */
  rebuildStandby(): Promise<void>
  /** The follower hears nothing from here on. Only where it need not confirm can anybody go on writing. */
  cutReplication(): Promise<void>
  abandon(): void
}

interface Server {
  readonly cluster: string
  readonly port: number
  child?: ChildProcess
}

const standbyName = 'reserva'
const patienceMs = 60_000

/**
 * Makes two servers of the embedded cluster of a data folder, which is not embedded any more afterwards. `synchronous`: what
 * the follower has not on its disk is not confirmed to anybody.
 */
export async function openPair(dataFolder: string, synchronous: boolean): Promise<PairOfServers> {
  const state = readState(dataFolder)
  if (!state) throw new Error('the data folder has no database')
  const { binaries, account, cluster } = prepareInstallation(
    { folder: dataFolder, systemFolder: '/var/lib/carimbo', unsafe: false },
    state,
  )
  const folder = dirname(dataFolder)
  const server = async (name: string): Promise<Server> => ({ cluster: join(folder, name), port: await freePort() })
  let primary = await server('servidor-1')
  let standby = await server('servidor-2')
  renameSync(cluster, primary.cluster)
  rmSync(join(dataFolder, 'postgres.json'))
  const urlTo = ({ port }: Server, database = 'carimbo') => urlOf({ password: state.password, port }, database)
  const [, host = ''] = urlTo(standby).split('@')
  const address = urlTo(primary).replace(
    '/carimbo',
    `,${host.replace('/carimbo', '')}/carimbo?target_session_attrs=read-write`,
  )

  const start = async (one: Server) => {
    const log = openSync(join(folder, 'servidores.log'), 'a')
    const settings = [
      ...settingArguments({ lz4: false, unsafe: false, archive: undefined }),
      '-c',
      'wal_keep_size=256MB',
    ]
    const child = spawn(binaries.postgres, ['-D', one.cluster, '-p', String(one.port), ...settings], {
      ...account,
      cwd: one.cluster,
      detached: true,
      stdio: ['ignore', log, log],
      env: serverEnvironment(),
    })
    closeSync(log)
    one.child = child
    await until('the server answers', () => ask(one, (sql) => sql`select 1`))
  }
  const end = (one: Server) => killOutright(databaseProcesses(one.cluster))
  const gone = (one: Server) => until('the server is gone', async () => databaseProcesses(one.cluster).length === 0)

  const ask = async <Row extends object>(
    one: Server,
    question: (sql: postgres.Sql) => PromiseLike<readonly Row[]>,
  ): Promise<readonly Row[]> => {
    const sql = postgres(urlTo(one), { max: 1, connect_timeout: 5, onnotice: () => undefined })
    try {
      return await question(sql)
    } finally {
      await sql.end({ timeout: 1 })
    }
  }

  const rebuildStandby = async () => {
    end(standby)
    await gone(standby)
    rmSync(standby.cluster, { recursive: true, force: true })
    await backUpCluster({
      url: urlTo(primary, 'postgres'),
      cluster: primary.cluster,
      target: standby.cluster,
      beforeEnd: async () => undefined,
    })
    const { password } = state
    const source = `host=127.0.0.1 port=${primary.port} user=postgres password=${password} application_name=${standbyName}`
    // Once promoted it waits for nobody: there is nobody left until another is built.
    writeFileSync(join(standby.cluster, 'postgresql.auto.conf'), `primary_conninfo = '${source}'\n`, { mode: 0o600 })
    writeFileSync(join(standby.cluster, 'standby.signal'), '', { mode: 0o600 })
    if (account) own(standby.cluster, account)
    await start(standby)
    const follows = (state: string) => async () =>
      (await ask(primary, (sql) => sql`select 1 from pg_stat_replication where ${sql(state)} in ('streaming', 'sync')`))
        .length > 0
    await until('the standby follows', follows('state'))
    if (!synchronous) return
    await ask(primary, (sql) => sql.unsafe(`alter system set synchronous_standby_names = '${standbyName}'`))
    await ask(primary, (sql) => sql`select pg_reload_conf()`)
    await until('the standby confirms', follows('sync_state'))
  }

  await start(primary)
  await rebuildStandby()
  return {
    address,
    url: () => urlTo(primary),
    killPrimary: () => end(primary),
    silencePrimary: () => {
      for (const pid of databaseProcesses(primary.cluster)) process.kill(pid, 'SIGSTOP')
    },
    wakePrimary: () => {
      for (const pid of databaseProcesses(primary.cluster)) process.kill(pid, 'SIGCONT')
    },
    promoteStandby: async () => {
      await gone(primary)
      await ask(standby, (sql) => sql`select pg_promote(true, 60)`)
      ;[primary, standby] = [standby, primary]
    },
    bringBackOld: () => start(standby),
    countIntruders: async () => {
      const [row] = await ask<{ intruders: number; lookouts: number }>(
        standby,
        (sql) => sql`
          select count(*) filter (where application_name in ('carimbo', 'carimbo-trabalhos'))::int as intruders,
                 count(*) filter (where application_name = 'carimbo-vigia')::int as lookouts from pg_stat_activity`,
      )
      return row ?? { intruders: 0, lookouts: 0 }
    },
    rebuildStandby,
    cutReplication: async () => {
      appendFileSync(join(standby.cluster, 'postgresql.auto.conf'), "primary_conninfo = 'host=127.0.0.1 port=1'\n")
      await ask(standby, (sql) => sql`select pg_reload_conf()`)
      await until(
        'the standby hears nothing',
        async () => (await ask(standby, (sql) => sql`select 1 from pg_stat_wal_receiver`)).length === 0,
      )
    },
    abandon: () => {
      for (const one of [primary, standby]) end(one)
    },
  }
}

/** Asks again until it is so; an error counts as no. */
async function until(what: string, holds: () => Promise<unknown>): Promise<void> {
  for (const began = performance.now(); ; await wait(50)) {
    const answer = await holds().catch(() => false)
    if (answer) return
    if (performance.now() - began > patienceMs) throw new Error(`waited in vain until ${what}`)
  }
}

function own(folder: string, { uid, gid }: { readonly uid: number; readonly gid: number }): void {
  const below = readdirSync(folder, { recursive: true }).map((path) => join(folder, String(path)))
  for (const path of [folder, ...below]) chownSync(path, uid, gid)
}
