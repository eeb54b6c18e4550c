import type { Database } from '../../../platform/db/index.ts'
import { type EntryRow, selectEntry, updateActive } from './registers.queries.ts'
import { type Register, registers } from './registers.ts'

/** One entry of a register; undefined where there is none. */
export function findEntry(db: Database, register: Register, id: string): Promise<EntryRow | undefined> {
  return selectEntry(db, registers[register].table, id)
}

/** Takes an entry out of use, or back into it. Out of use it is not offered any more; where it was used, it stays. */
export function setActive(db: Database, register: Register, id: string, active: boolean, now: Date): Promise<void> {
  return updateActive(db, registers[register].table, id, active, now)
}
