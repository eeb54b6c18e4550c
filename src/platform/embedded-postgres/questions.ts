import { realpathSync } from 'node:fs'
import postgres from 'postgres'
import type { ServerState } from './state.ts'

export function urlOf(state: Pick<ServerState, 'password' | 'port'>, database: string): string {
  return `postgres://postgres:${encodeURIComponent(state.password)}@127.0.0.1:${state.port}/${encodeURIComponent(database)}`
}

/** Whether a server answers on the known port, accepts the known password and serves this very cluster. */
export async function answers(state: ServerState, cluster: string): Promise<boolean> {
  try {
    return await ask(state, 'postgres', async (sql) => {
      const [row] = await sql<{ folder: string }[]>`select current_setting('data_directory') as folder`
      return row !== undefined && realpathSync(row.folder) === realpathSync(cluster)
    })
  } catch {
    return false
  }
}

export async function ensureDatabase(state: ServerState, database: string): Promise<void> {
  if (database === 'postgres') return
  await ask(state, 'postgres', async (sql) => {
    const [found] = await sql`select from pg_database where datname = ${database}`
    if (found) return
    try {
      await sql`create database ${sql(database)}`
    } catch (error) {
      // Two starts at once: the other one's is as good.
      if (!['42P04', '23505'].includes((error as { code?: string }).code ?? '')) throw error
    }
  })
}

/** Five seconds for connection and answer together: a server that hangs counts as one that does not answer. */
async function ask<Answer>(state: ServerState, database: string, question: (sql: postgres.Sql) => Promise<Answer>) {
  const sql = postgres(urlOf(state, database), { max: 1, connect_timeout: 5, onnotice: () => undefined })
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the server did not answer in time')), 15_000)
  })
  try {
    return await Promise.race([question(sql), tooLate])
  } finally {
    clearTimeout(timer)
    await sql.end({ timeout: 1 })
  }
}
