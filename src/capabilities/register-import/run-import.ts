import { inTransaction, type Transaction } from '../../platform/db/index.ts'
import type { Platform } from '../../platform/platform.ts'
import {
  type ImportRow,
  lockRunning,
  moveOn,
  selectImport,
  selectRefusedLines,
  selectRows,
  updateProgress,
  updateRows,
  type WorkedRow,
} from './import.queries.ts'
import { type ImportableRegister, importableRegisters } from './registers.ts'
import { dependenceOf, findSender, workRows } from './work-rows.ts'

/** So many rows are one transaction: what is done stays done when the machine stops. */
const batch = 50
/** The trial tells so often how far it is. */
const told = 200

const noLonger = 'Quem enviou o arquivo não pode mais trazer este cadastro. Nada mais foi gravado.'

/**
 * Does what the import waits for: its trial, or its run. It may be cut off anywhere and comes again: a trial begins anew,
 * a run goes on after the last rows that were committed.
 */
export async function runImport(platform: Platform, payload: unknown): Promise<void> {
  const id = String((payload as { importId?: unknown } | null)?.importId ?? '')
  if (!/^\d{1,15}$/.test(id)) return
  const found = await selectImport(platform.db, id)
  const register = importableRegisters.find(({ name }) => name === found?.register)
  if (!found || !register) return
  if (found.state === 'trying') await tryOut(platform, register, found)
  if (found.state === 'running') while (await runBatch(platform, register, found)) {}
}

class Undone extends Error {}

/** Every row is brought in as it would be, in one transaction that is then undone: what it says is what the run does. */
async function tryOut(platform: Platform, register: ImportableRegister, found: ImportRow): Promise<void> {
  const { db } = platform
  const now = platform.clock()
  const sender = await findSender(db, register, found, now)
  if (!sender) {
    await moveOn(db, found.id, 'trying', { state: 'failed', problem: noLonger }, now)
    return
  }
  const worked: WorkedRow[] = []
  const tryAll = async (trx: Transaction) => {
    worked.length = 0
    const refused = new Set<number>()
    for (;;) {
      const rows = await selectRows(trx, found.id, worked.at(-1)?.position ?? 0, told)
      worked.push(...(await workRows(trx, register, sender, rows, refused, now)))
      // Beside the transaction: this much is to be seen while it goes on.
      await updateProgress(db, found.id, worked.length)
      if (rows.length < told) break
    }
    throw new Undone()
  }
  await inTransaction(db, tryAll).catch((error) => {
    if (!(error instanceof Undone)) throw error
  })
  await inTransaction(db, async (trx) => {
    for (let from = 0; from < worked.length; from += 1000) {
      await updateRows(trx, found.id, 'trial', worked.slice(from, from + 1000))
    }
    await moveOn(trx, found.id, 'trying', { state: 'tried', doneCount: 0 }, now)
  })
}

/** The next rows, committed with how far it is. False: there are none, or the run is over. */
async function runBatch(platform: Platform, register: ImportableRegister, found: ImportRow): Promise<boolean> {
  const { db } = platform
  const now = platform.clock()
  return inTransaction(db, async (trx) => {
    const doneCount = await lockRunning(trx, found.id)
    if (doneCount === undefined) return false
    const sender = await findSender(trx, register, found, now)
    if (!sender) {
      await moveOn(trx, found.id, 'running', { state: 'failed', problem: noLonger }, now)
      return false
    }
    const rows = await selectRows(trx, found.id, doneCount, batch)
    const pointed = rows.flatMap((row) => dependenceOf(row) ?? [])
    const refused = new Set(pointed.length > 0 ? await selectRefusedLines(trx, found.id, pointed) : [])
    const worked = await workRows(trx, register, sender, rows, refused, now)
    if (worked.length > 0) await updateRows(trx, found.id, 'result', worked)
    const after = doneCount + worked.length
    if (after < found.rowCount && worked.length > 0) {
      await updateProgress(trx, found.id, after)
      return true
    }
    await moveOn(trx, found.id, 'running', { state: 'done', doneCount: after }, now)
    return false
  })
}
