import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Baseline, baselineOf, compareHouses } from '../../tools/faults/compare-houses.ts'
import { forManyAtOnce, openTestHouse, type TestHouse } from '../support/house.ts'

let [one, other]: TestHouse[] = []
let baseline: Baseline
beforeAll(async () => {
  ;[one, other] = [await openTestHouse({}, forManyAtOnce), await openTestHouse({}, forManyAtOnce)]
  baseline = await baselineOf(one.db, new Date(Date.now() - 1000))
})
afterAll(() => Promise.all([one?.close(), other?.close()]))

const differences = async () => {
  if (!one || !other) throw new Error('no house')
  return (await compareHouses(one.db, other.db, baseline)).differences
}
const inBoth = (text: string) => Promise.all([one?.db.unsafe(text), other?.db.unsafe(text)])
const label = (name: string) =>
  `insert into watchlists.label (unit_id, name, colour, created_at, created_by)
   select min(u.id), '${name}', 'wine', now(), min(a.id) from organization.unit u, identity.account a`

it('finds two houses from the same mould equal, table by table', async () => {
  expect(await differences()).toEqual([])
})

it('takes new rows for the same whatever their ids and moments are, and by what they are called', async () => {
  await other?.db.unsafe("select nextval(pg_get_serial_sequence('watchlists.label', 'id'))")
  await inBoth(label('Urgente'))
  expect(await differences()).toEqual([])
  await one?.db.unsafe(label('Conferir'))
  await other?.db.unsafe(label('Confirmar'))
  expect(await differences()).toEqual([
    expect.stringMatching(/^watchlists.label: só na primeira: .*"Conferir"/),
    expect.stringMatching(/^watchlists.label: só na segunda: .*"Confirmar"/),
  ])
  await inBoth("delete from watchlists.label where name like 'Conf%'")
})

it('tells a row that is there twice, one that is gone, and a moment that was before', async () => {
  await other?.db.unsafe(label('Em dobro'))
  await other?.db.unsafe("update watchlists.label set name = 'Urgente ' where name = 'Em dobro'")
  expect(await differences()).toHaveLength(1)
  await other?.db.unsafe("delete from watchlists.label where name = 'Urgente '")
  await other?.db.unsafe("update watchlists.label set created_at = created_at - interval '1 year'")
  expect(await differences()).toHaveLength(2)
})
