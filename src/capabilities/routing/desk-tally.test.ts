import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCaseFile } from '../../../test/support/builders-cases.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import { recountDesks, sumUpDesks } from './desk-tally.queries.ts'

/** How a holding stands: on which of the units' desks it lies, or why on none; and the type it is counted under. */
const aStanding = fc.record({
  unit: fc.nat(2),
  type: fc.nat(1),
  closed: fc.boolean(),
  suspended: fc.boolean(),
  confidential: fc.boolean(),
})
type Standing = typeof aStanding extends fc.Arbitrary<infer T> ? T : never

const aDeed = fc.oneof(
  fc.record({ kind: fc.constant('opened'), how: aStanding, many: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ kind: fc.constant('changed'), how: aStanding, many: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ kind: fc.constant('removed'), how: aStanding, many: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ kind: fc.constant('summed'), how: aStanding, many: fc.constant(0) }),
)

describe('the tally of the desks', () => {
  let house: TestHouse
  let units: string[]
  let types: string[]
  beforeAll(async () => {
    house = await openTestHouse()
    for (let n = 0; n < 6; n++) await aCaseFile(house)
    const ids = async (table: string) =>
      (await house.db<{ id: string }[]>`select id from ${house.db.unsafe(table)} order by id limit 6`).map(
        ({ id }) => id,
      )
    units = await ids('organization.unit')
    types = await ids('classification.case_type')
  })
  afterAll(() => house.close())

  const tallied = () => house.db<{ key: string; total: number }[]>`
    select unit_id || ' ' || case_type_id as key, sum(change)::int as total from cases.desk_tally
     group by 1 having sum(change) <> 0 order by 1`
  const counted = () => house.db<{ key: string; total: number }[]>`
    select unit_id || ' ' || case_type_id as key, count(*)::int as total from cases.holding
     where closed_at is null and not suspended and not confidential group by 1 order by 1`

  it('R12 says after any deeds in any order what counting says, and the nightly count finds nothing wrong', async () => {
    const columns = ({ unit, type, closed, suspended, confidential }: Standing) => ({
      unit_id: units[unit] ?? '',
      case_type_id: types[type] ?? '',
      closed_at: closed ? new Date() : null,
      closing: closed ? 'concluded' : null,
      suspended,
      confidential,
    })
    const doings: Record<string, (standing: Standing, many: number) => Promise<unknown>> = {
      opened: ({ unit, suspended, closed }, many) => house.db`
        insert into cases.holding (case_file_id, unit_id, origin, opened_at, suspended, closed_at, closing)
        select c.id, ${units[unit] ?? ''}, 'received', now(), ${suspended}, ${closed ? new Date() : null}, ${closed ? 'sent' : null}
          from cases.case_file c order by c.id limit ${many} on conflict do nothing`,
      changed: (standing, many) => house.db`
        update cases.holding h set ${house.db(columns(standing))}
         where h.id in (select distinct on (x.case_file_id) x.id from cases.holding x order by x.case_file_id, x.id desc limit ${many})
           and not exists (select 1 from cases.holding o where o.id <> h.id and o.case_file_id = h.case_file_id
                             and o.unit_id = ${units[standing.unit] ?? ''} and o.closed_at is null)`,
      removed: (_, many) => house.db`
        delete from cases.holding where id in (select id from cases.holding order by id limit ${many})`,
      summed: () => sumUpDesks(house.db),
    }
    await fc.assert(
      fc.asyncProperty(fc.array(aDeed, { minLength: 4, maxLength: 14 }), async (deeds) => {
        for (const { kind, how, many } of deeds) {
          await doings[kind]?.(how, many)
          expect(await tallied()).toEqual(await counted())
        }
        expect(await recountDesks(house.db)).toBe(0)
      }),
      { numRuns: 25 },
    )
  })

  it('R12 loses no change to a summing up that meets it, nor to another summing up', async () => {
    const made = await aCaseFile(house)
    const [before] = await counted()
    await house.db`update cases.holding set suspended = true where case_file_id = ${made.id}`
    await Promise.all([
      house.db.begin(async (trx) => {
        await trx`update cases.holding set suspended = false where case_file_id = ${made.id}`
        await Promise.all([sumUpDesks(house.db), sumUpDesks(house.db)])
      }),
      sumUpDesks(house.db),
    ])
    await Promise.all([sumUpDesks(house.db), sumUpDesks(house.db), sumUpDesks(house.db)])
    expect(await tallied()).toEqual(await counted())
    expect((await counted())[0]).toEqual(before)
    const rows = await house.db`select 1 from cases.desk_tally group by unit_id, case_type_id having count(*) > 1`
    expect(rows).toEqual([])
  })

  it('R12 is mended by the nightly count where somebody tampered with it', async () => {
    await house.db`update cases.desk_tally set change = change + 3 where id = (select min(id) from cases.desk_tally)`
    expect(await recountDesks(house.db)).toBe(1)
    expect(await tallied()).toEqual(await counted())
  })
})
