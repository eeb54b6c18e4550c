import { Socket } from 'node:net'
import { type JobHelpers, type Runner, run, runMigrations, runOnce, type TaskList } from 'graphile-worker'
import pg from 'pg'
import type { Database, DatabaseServers } from '../db/index.ts'
import { failpoint } from '../failpoints/index.ts'
import type { Log } from '../log/index.ts'
import { reviveOrphans, whileHeld } from './orphaned-jobs.ts'
import { quietLogger } from './quiet-logger.ts'

/** What a job does with its payload. It may run twice: after a crash the same job comes again. */
export type Task = (payload: unknown) => Promise<void>
export type Tasks = Readonly<Record<string, Task>>

export interface EnqueueOptions {
  /** Jobs with the same key are one until it has begun. */
  readonly key?: string
  readonly runAt?: Date
  readonly maxAttempts?: number
}

/** Enqueues a job in the caller's transaction: it exists if, and only if, the act was carried out. */
export async function enqueue(
  db: Database,
  task: string,
  payload: object,
  options: EnqueueOptions = {},
): Promise<void> {
  await db`select graphile_worker.add_job(
    identifier => ${task}, payload => ${JSON.stringify(payload)}::text::json, job_key => ${options.key ?? null}::text,
    run_at => ${options.runAt ?? null}::timestamptz, max_attempts => ${options.maxAttempts ?? 10}::int)`
  failpoint('jobs.enqueued')
}

export interface Jobs {
  stop(): Promise<void>
}

interface JobsOptions {
  readonly url: string
  /** Those of the address, where it names several. */
  readonly servers?: DatabaseServers | undefined
  readonly tasks: Tasks
  readonly log: Log
  readonly concurrency: number
  /** Crontab lines of graphile-worker. */
  readonly crontab: string
}

/** Starts working on jobs, woken by LISTEN, so it needs a direct connection. */
export async function startJobs(options: JobsOptions): Promise<Jobs> {
  const pool = openPool(options.url, options.concurrency * 2 + 2, options.servers)
  const runner: Runner = await run({
    pgPool: pool,
    taskList: taskList(options.tasks, options.log),
    concurrency: options.concurrency,
    noHandleSignals: true,
    pollInterval: 2_000,
    crontab: options.crontab,
    logger: quietLogger,
  })
  runner.promise.catch((error) => options.log.error({ err: error }, 'the job runner stopped'))
  const orphans = reviveOrphans(pool, options.log)
  return {
    stop: async () => {
      await orphans.stop()
      await runner.stop()
      await pool.end()
    },
  }
}

/** Creates or updates the queue's own schema. */
export async function migrateJobs(url: string, servers?: DatabaseServers): Promise<void> {
  const pool = openPool(url, 1, servers)
  await runMigrations({ pgPool: pool, logger: quietLogger })
  await pool.end()
}

/** Works on everything that is due, then returns. For tests and tools. */
export async function workOff(url: string, tasks: Tasks, log: Log): Promise<void> {
  const pool = openPool(url, 3)
  await runOnce({ pgPool: pool, taskList: taskList(tasks, log), noHandleSignals: true, logger: quietLogger })
  await pool.end()
}

/** A database that goes away ends idle connections with an error: it must not end the program with them. */
function openPool(url: string, max: number, servers?: DatabaseServers): pg.Pool {
  const place = servers ? { Client: clientOf(servers) } : { connectionString: url }
  const pool = new pg.Pool({ ...place, max, application_name: 'carimbo-trabalhos' })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/** The package knows one server: each of its clients is told anew which of them takes writes. */
function clientOf(servers: DatabaseServers) {
  return class extends pg.Client {
    constructor(options?: pg.ClientConfig) {
      const server = servers.last()
      const socket = new Socket()
      servers.hold(socket, server)
      super({ ...options, connectionString: server.url, stream: () => socket })
    }
  }
}

function taskList(tasks: Tasks, log: Log): TaskList {
  return Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      async (payload: unknown, helpers: JobHelpers) => {
        try {
          await whileHeld(helpers, () => task(payload))
        } catch (error) {
          log.error({ err: error, task: name }, 'a job failed')
          throw error
        }
      },
    ]),
  )
}
