import postgres from 'postgres'
import { StartupProblem } from '../startup-problem.ts'
import { noMemory } from './lineage.ts'
import { waitToReconnect } from './reconnect.ts'
import { type DatabaseServers, openServers, socketTo } from './servers.ts'

/** Runs statements: the pool itself or a transaction. Values are always parameters, never text put together. */
export type Database = postgres.Sql | postgres.TransactionSql
/** The pool. Only `src/main.ts`, tests and tools hold one. */
export type Pool = postgres.Sql
/** An open transaction: what it has done is nothing until it commits. */
export type Transaction = postgres.TransactionSql

export interface DatabaseOptions {
  readonly url: string
  readonly poolSize: number
  readonly statementTimeoutMs: number
  readonly prepare: boolean
  /** Those of the address, where it names several and somebody follows them already. */
  readonly servers?: DatabaseServers | undefined
}

/**
 * A view of the pool for one visit: statements that are asked at once travel together, on one connection, where waking a
 * process of the server for each would cost more than most of them. It holds no connection, so nothing need be released.
 */
export function together(pool: Pool): Pool {
  return (pool as Pool & { together?: () => Pool }).together?.() ?? pool
}

const oldestVersion = 150_000

/**
 * Opens the pool and checks the server: reachable, PostgreSQL ≥ 15, able to write. Throws a StartupProblem otherwise.
 *
 * Large text is compressed with lz4 where the server was built with it (+70 % documents a second over pglz).
 */
export async function openDatabase(options: DatabaseOptions): Promise<Pool> {
  const own = options.servers ? undefined : openServers(options.url, noMemory)
  if (!own) return openOn(options)
  try {
    const pool = await openOn({ ...options, servers: own })
    const end = pool.end
    return Object.assign(pool, { end: (...how: Parameters<Pool['end']>) => end(...how).finally(own.end) })
  } catch (error) {
    await own.end()
    throw error
  }
}

async function openOn(options: DatabaseOptions): Promise<Pool> {
  const probe = connect(options, 1, {})
  let lz4 = false
  try {
    const [server] = await probe<{ version: number; lz4: boolean }[]>`
      select current_setting('server_version_num')::int as version,
             coalesce((select 'lz4' = any(enumvals) from pg_settings where name = 'default_toast_compression'), false) as lz4`
    if (!server || server.version < oldestVersion) {
      throw new StartupProblem(
        `O PostgreSQL encontrado é da versão ${Math.floor((server?.version ?? 0) / 10_000)}; o Carimbo precisa da 15 ou mais nova.`,
      )
    }
    lz4 = server.lz4
  } catch (error) {
    throw explained(error)
  } finally {
    await probe.end({ timeout: 2 })
  }
  return connect(options, options.poolSize, lz4 ? { default_toast_compression: 'lz4' } : {})
}

function connect(options: DatabaseOptions, max: number, settings: Record<string, string>): Pool {
  const { servers } = options
  return postgres(servers?.last().url ?? options.url, {
    max,
    ...(servers ? { socket: () => socketTo(servers) } : {}),
    prepare: options.prepare,
    connect_timeout: 10,
    idle_timeout: 300,
    backoff: waitToReconnect,
    onnotice: () => undefined,
    // bigint as text: identifiers are opaque, and no count is ever rounded.
    types: {},
    connection: {
      application_name: 'carimbo',
      statement_timeout: options.statementTimeoutMs,
      idle_in_transaction_session_timeout: 60_000,
      TimeZone: 'America/Sao_Paulo',
      // Statements are prepared once a connection and say in their text what they filter by, so that one plan fits all
      // values: choosing it again for each cost more than many a statement itself. A test keeps those very plans.
      ...(options.prepare ? { plan_cache_mode: 'force_generic_plan' } : {}),
      ...settings,
    },
  })
}

function explained(error: unknown): unknown {
  if (error instanceof StartupProblem) return error
  const code = (error as { code?: string }).code ?? ''
  if (
    [
      'ECONNREFUSED',
      'ENOTFOUND',
      'EHOSTUNREACH',
      'CONNECT_TIMEOUT',
      'ETIMEDOUT',
      'EAI_AGAIN',
      'CONNECTION_CLOSED',
    ].includes(code)
  ) {
    return new StartupProblem(
      'O banco de dados não responde. Confira o endereço em DATABASE_URL e se o servidor está ligado.',
    )
  }
  if (code === '28P01' || code === '28000') {
    return new StartupProblem('O banco de dados recusou o usuário ou a senha de DATABASE_URL.')
  }
  if (code === '3D000')
    return new StartupProblem('O banco de dados indicado em DATABASE_URL não existe. Crie-o e tente de novo.')
  if (code === '53100') return new StartupProblem('Não há espaço em disco para o banco de dados.')
  return error
}
