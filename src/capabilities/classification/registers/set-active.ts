import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { type Editor, noteActive } from '../../organization/index.ts'
import { type EntryRow, selectEntry, updateActive } from './registers.queries.ts'
import { type Register, registers } from './registers.ts'

/** One entry of a register; undefined where there is none. */
export function findEntry(db: Database, register: Register, id: string): Promise<EntryRow | undefined> {
  return selectEntry(db, registers[register].table, id)
}

/** Takes an entry out of use, or back into it. Out of use it is not offered any more; where it was used, it stays. */
export async function setActive(
  db: Database,
  by: Editor,
  { register, id }: { readonly register: Register; readonly id: string },
  active: boolean,
  now: Date,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    if (!(await updateActive(trx, registers[register].table, id, active, now))) return
    await noteActive(trx, by, { register: registers[register].changes, id }, active, now)
  })
}
