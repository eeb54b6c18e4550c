import type { Database } from '../../../platform/db/index.ts'
import { type LogFilter, selectLog } from './log.queries.ts'

export type { LogFilter } from './log.queries.ts'

const pageSize = 50

/** One page of the log, and whether there is more. */
export async function findLog(db: Database, filter: LogFilter) {
  const rows = await selectLog(db, filter, pageSize + 1)
  return { rows: rows.slice(0, pageSize), hasMore: rows.length > pageSize }
}
