import type { Database } from '../../platform/db/index.ts'

/** Makes one row of the changes of each desk and type (cases.desk_tally). Which nodes do it at once is all the same. */
export async function sumUpDesks(db: Database): Promise<void> {
  await db`select cases.sum_up_desks()`
}

/** Counts the desks themselves and mends the sums that differ. Answers how many did: always none. */
export async function recountDesks(db: Database): Promise<number> {
  const [row] = await db<{ wrong: number }[]>`select cases.recount_desks()::int as wrong`
  return row?.wrong ?? 0
}
