import type { Actor } from '../../platform/actor.ts'
import { type Database, inTransaction } from '../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../platform/outcome.ts'
import { readerVersion, readPrintLog } from './print-log.rules.ts'
import { insertBadLines, insertImport, insertJobs } from './printing.queries.ts'

export interface LogToImport {
  readonly fileName: string
  readonly sha256: string
  readonly bytes: Uint8Array
}

export type ImportRefusal = 'unknown-format' | 'read-before'

/** Takes in the log of a print server for the actor's agency. The same file, or the same job, is taken in once. */
export async function importLog(
  db: Database,
  actor: Actor,
  { fileName, sha256, bytes }: LogToImport,
  now: Date,
): Promise<Outcome<{ readonly added: number; readonly known: number; readonly bad: number }, ImportRefusal>> {
  const log = readPrintLog(textOf(bytes))
  if (!log) return refuse('unknown-format')
  return inTransaction(db, async (trx) => {
    const { agencyId, userId: accountId } = actor
    const name = fileName.replace(/\p{Cc}/gu, ' ').slice(0, 200) || 'registro'
    const row = { agencyId, fileName: name, sha256, format: log.format, readerVersion, accountId }
    const id = await insertImport(trx, row, now)
    if (id === undefined) return refuse('read-before')
    const [added] = await Promise.all([insertJobs(trx, id, agencyId, log.jobs), insertBadLines(trx, id, log.bad)])
    return done({ added, known: log.jobs.length - added, bad: log.bad.length })
  })
}

/** UTF-8 where it is, else the code page of Windows; without NUL, which PostgreSQL refuses. */
function textOf(bytes: Uint8Array): string {
  const decode = (label: string, fatal: boolean) =>
    new TextDecoder(label, { fatal }).decode(bytes).replaceAll('\0', ' ')
  try {
    return decode('utf-8', true)
  } catch {
    return decode('windows-1252', false)
  }
}
