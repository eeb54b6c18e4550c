import type { Database } from '../../platform/db/index.ts'

/** The next number of the unit in the year, in the transaction that uses it: without a hole, and nobody's twice. */
export async function takeNumber(
  db: Database,
  of: {
    readonly unitId: string
    readonly kind: 'entry' | 'slip' | 'letter' | 'posting-list' | 'day'
    readonly year: number
  },
): Promise<number> {
  const [row] = await db<{ last: number }[]>`
    insert into mailroom.counter as c (unit_id, kind, year, last) values (${of.unitId}, ${of.kind}, ${of.year}, 1)
    on conflict (unit_id, kind, year) do update set last = c.last + 1 returning last`
  if (!row) throw new Error('no number was taken')
  return row.last
}
