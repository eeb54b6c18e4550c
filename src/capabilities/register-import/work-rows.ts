import type { Actor } from '../../platform/actor.ts'
import { todayIn } from '../../platform/calendar/index.ts'
import type { Database, Transaction } from '../../platform/db/index.ts'
import { mayImport, type Reach, type RowOutcome, reachOf, refusedRow } from '../organization/index.ts'
import {
  dependenceCell,
  faultCell,
  type ImportRow,
  type RowToWork,
  selectSender,
  type WorkedRow,
} from './import.queries.ts'
import type { ImportableRegister } from './registers.ts'

/** In whose name rows are brought in. */
export interface Sender {
  readonly actor: Actor
  readonly reach: Reach
}

/** Who sent the file, as far as they may still bring in this register today; undefined where they may not. */
export async function findSender(
  db: Database,
  register: ImportableRegister,
  sent: Pick<ImportRow, 'accountId' | 'unitId'>,
  now: Date,
): Promise<Sender | undefined> {
  const row = await selectSender(db, sent, todayIn(now))
  if (!row) return undefined
  const { accountId: userId, unitId } = sent
  const actor: Actor = { ...row, userId, unitId, permissions: new Set(row.permissions), sessionHash: '' }
  if (!actor.permissions.has(register.permission)) return undefined
  const reach = await reachOf(db, actor, register.permission, now)
  return mayImport(register, reach) ? { actor, reach } : undefined
}

/**
 * Brings in rows one after the other. `refused`: the lines refused before; those of these rows join them, so that who
 * depends on one of them is told which line to mend.
 */
export async function workRows(
  trx: Transaction,
  register: ImportableRegister,
  sender: Sender,
  rows: readonly RowToWork[],
  refused: Set<number>,
  now: Date,
): Promise<WorkedRow[]> {
  const worked: WorkedRow[] = []
  for (const row of rows) {
    const one = await workRow(trx, register, sender, row, now)
    if (one.kind === 'refused') refused.add(row.line)
    worked.push(one.kind === 'refused' ? { ...one, details: tellDependence(register, row, refused, one.details) } : one)
  }
  return worked
}

/** The line of the same file on which a row depends. */
export function dependenceOf({ cells }: RowToWork): number | undefined {
  const line = cells[dependenceCell]
  return line ? Number(line) : undefined
}

/** What is missing because another line was refused is mended there. */
function tellDependence(
  { dependence }: ImportableRegister,
  row: RowToWork,
  refused: ReadonlySet<number>,
  details: WorkedRow['details'],
): WorkedRow['details'] {
  const line = dependenceOf(row)
  if (!dependence || line === undefined || !refused.has(line)) return details
  const message = `A linha ${line}, da qual esta depende, foi recusada. Corrija-a e envie as duas de novo.`
  return details.map((detail) => (detail.field === dependence.column ? { field: detail.field, message } : detail))
}

/** Brings in one row by the commands of its register. What a refused row had begun is undone, and only that. */
async function workRow(
  trx: Transaction,
  register: ImportableRegister,
  { actor, reach }: Sender,
  row: RowToWork,
  now: Date,
): Promise<WorkedRow> {
  const outcome = await tryRow(trx, (db) => {
    const fault = row.cells[faultCell]
    if (fault) return Promise.resolve(refusedRow('', fault))
    return register.saveRow(row.cells, { db, actor, reach, now })
  })
  return { position: row.position, kind: outcome.kind, details: detailsOf(outcome) }
}

class RowRefused extends Error {
  readonly outcome: RowOutcome
  constructor(outcome: RowOutcome) {
    super('a row was refused')
    this.outcome = outcome
  }
}

async function tryRow(trx: Transaction, work: (db: Transaction) => Promise<RowOutcome>): Promise<RowOutcome> {
  try {
    return (await trx.savepoint(async (db) => {
      const outcome = await work(db)
      if (outcome.kind === 'refused') throw new RowRefused(outcome)
      return outcome
    })) as RowOutcome
  } catch (error) {
    if (error instanceof RowRefused) return error.outcome
    if (!isOfTheRow(error)) throw error
    return refusedRow('', 'Os valores desta linha não cabem no cadastro. Confira-os um a um.')
  }
}

/** What PostgreSQL refuses of values (22) and of rules (23) is the row's fault, not the program's at this moment. */
function isOfTheRow(error: unknown): boolean {
  return /^2[23]/.test((error as { code?: string } | null)?.code ?? '')
}

function detailsOf(outcome: RowOutcome): WorkedRow['details'] {
  if (outcome.kind === 'unchanged') return []
  return outcome.kind === 'refused' ? outcome.problems : outcome.changes
}
