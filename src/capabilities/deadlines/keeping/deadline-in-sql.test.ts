import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCaseFile } from '../../../../test/support/builders-cases.ts'
import { aDeadline } from '../../../../test/support/builders-deadlines.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import { at } from '../../../../test/support/world.ts'
import { localDate } from '../../../platform/calendar/index.ts'
import { isLate } from '../deadline-state.rules.ts'

describe('deadlines in the database', () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
  })
  afterAll(() => house.close())

  it('R7 SQL refuses what no page asks for', async () => {
    const file = await aCaseFile(house)
    const id = await aDeadline(house, file.digits)
    const { db } = house
    const other = db`(select id from organization.unit where slug = ${at.asses})`
    await expect(db`update deadlines.deadline set unit_id = ${other} where id = ${id}`).rejects.toThrow('stays where')
    await expect(db`delete from deadlines.deadline where id = ${id}`).rejects.toThrow('append-only')
    await db`update deadlines.deadline set concluded_at = now(), concluded_by = set_by where id = ${id}`
    await expect(db`update deadlines.deadline set due_on = due_on + 9 where id = ${id}`).rejects.toThrow(
      'reopened before',
    )
    await db`update deadlines.deadline set deleted_at = now(), deleted_by = set_by where id = ${id}`
    await expect(
      db`update deadlines.deadline set deleted_at = null, deleted_by = null where id = ${id}`,
    ).rejects.toThrow('deleted')
  })

  it('R7 lateness is the same in SQL as in the rule, to the minute', async () => {
    const due = localDate('2026-11-20')
    const moments = [
      '2026-11-20T13:59:59',
      '2026-11-20T14:00:59',
      '2026-11-20T14:01:00',
      '2026-11-20T23:59:59',
      '2026-11-21T00:00:00',
    ]
    for (const dueTime of [undefined, '14:00', '23:59']) {
      for (const text of moments) {
        const now = new Date(`${text}-03:00`)
        const [row] = await house.db<{ late: boolean }[]>`
          select deadlines.is_late(jsonb_populate_record(null::deadlines.deadline,
            ${JSON.stringify({ due_on: due, due_time: dueTime ?? null })}::text::jsonb), ${now}) as late`
        expect([dueTime, text, row?.late]).toEqual([
          dueTime,
          text,
          isLate({ dueOn: due, dueTime, concludedAt: undefined }, now),
        ])
      }
    }
  })
})
