import { hostname } from 'node:os'
import { takeLines } from '../../../platform/log/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { insertLogLines } from './log.queries.ts'
import { logLineOf } from './log-line.rules.ts'

/** Keeps what the log of this process said since the last time. Where the database is away, standard output has it. */
export async function keepLog({ db, log }: Pick<Platform, 'db' | 'log'>): Promise<void> {
  const lines = takeLines(log).flatMap((line) => logLineOf(line) ?? [])
  if (lines.length > 0) await insertLogLines(db, lines, hostname().slice(0, 100))
}
