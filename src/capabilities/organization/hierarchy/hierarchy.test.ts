import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { admin, aGrant, formTo, idOf, problemsOf } from '../../../../test/support/builders-admin.ts'
import { forManyAtOnce, openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Page, Person } from '../../../../test/support/person.ts'
import { at } from '../../../../test/support/world.ts'
import { addDays, todayIn } from '../../../platform/calendar/index.ts'
import { placeUnit } from './place-unit.ts'

let house: TestHouse
let local: Person
beforeAll(async () => {
  house = await openTestHouse({}, forManyAtOnce)
  local = await house.signIn('admin')
})
afterAll(() => house.close())
beforeEach(async () => {
  await house.db`delete from organization.placement`
  const ids = await Promise.all(['GS', 'PROT', 'ASSES', 'COFIC'].map(unitId))
  const [gs, ...below] = ids
  await house.db`insert into organization.placement (unit_id, parent_id, valid) values (${gs ?? ''}, null, '[2020-01-01,)')`
  for (const id of below) {
    await house.db`insert into organization.placement (unit_id, parent_id, valid) values (${id}, ${gs ?? ''}, '[2020-01-01,)')`
  }
})

const unitId = (acronym: string) => idOf(house, 'organization.unit', 'acronym', acronym)
const today = () => todayIn(house.platform.clock())
const move = async (acronym: string, fields: Record<string, string>): Promise<Page> => {
  const path = `/unidades/${await unitId(acronym)}/hierarquia`
  return local.send(await local.open(admin(path)), formTo(path), fields)
}
const opens = async (person: Person, unit: string) => (await person.open(`/em/${unit}/contatos`)).status === 200

describe('the hierarchy', () => {
  it('R2 refuses a unit below itself, directly or through others', async () => {
    expect((await move('COFIC', { superior: 'ASSES' })).status).toBe(200)
    for (const below of ['GS', 'ASSES', 'COFIC']) {
      const page = await move('GS', { superior: below })
      expect(page.status).toBe(422)
      expect(problemsOf(page).superior).toMatch(/abaixo de si mesma/)
    }
    expect(problemsOf(await move('ASSES', { superior: 'COFIC' })).superior).toMatch(/abaixo de si mesma/)
  })

  it('R2 refuses a cycle that would exist only on a day to come', async () => {
    const later = addDays(today(), 60)
    expect((await move('COFIC', { superior: 'ASSES', desde: later })).status).toBe(200)
    expect(problemsOf(await move('ASSES', { superior: 'COFIC' })).superior).toMatch(/abaixo de si mesma/)
    const until = addDays(later, -1)
    expect((await move('ASSES', { superior: 'COFIC', ate: until })).status).toBe(200)
  })

  it('R2 of two who would close a cycle at once, one is refused', async () => {
    const [asses, cofic] = await Promise.all([unitId('ASSES'), unitId('COFIC')])
    const editor = { userId: '1', name: 'Quem administra', unitId: asses }
    const place = (parentId: string) => ({ parentId, parentLabel: 'x', from: today(), until: undefined })
    const now = house.platform.clock()
    const outcomes = await Promise.allSettled([
      placeUnit(house.db, editor, { id: asses }, place(cofic), now),
      placeUnit(house.db, editor, { id: cofic }, place(asses), now),
    ])
    expect(outcomes.map((one) => one.status === 'fulfilled' && one.value.done).sort()).toEqual([false, true])
  })

  it('R2 has no cycle even for who writes to the table', async () => {
    const [gs, prot] = await Promise.all([unitId('GS'), unitId('PROT')])
    const write = house.db`update organization.placement set parent_id = ${prot} where unit_id = ${gs}`
    await expect(write).rejects.toMatchObject({ constraint_name: 'placement_has_no_cycle' })
  })

  it('R3 has a unit once on each day: a new place ends the one before', async () => {
    await move('PROT', { superior: 'COFIC', desde: addDays(today(), 10) })
    await move('PROT', { superior: 'ASSES', desde: addDays(today(), 5), ate: addDays(today(), 7) })
    const rows = await house.db<{ parent: string; from: string; until: string | null }[]>`
      select u.acronym as parent, lower(p.valid)::text as from, (upper(p.valid) - 1)::text as until
        from organization.placement p join organization.unit u on u.id = p.parent_id
       where p.unit_id = ${await unitId('PROT')} order by p.valid`
    expect(rows).toEqual([
      { parent: 'GS', from: '2020-01-01', until: addDays(today(), 4) },
      { parent: 'ASSES', from: addDays(today(), 5), until: addDays(today(), 7) },
    ])
    const twice = house.db`insert into organization.placement (unit_id, parent_id, valid)
      values (${await unitId('PROT')}, null, '[2021-01-01,2021-02-01)')`
    await expect(twice).rejects.toMatchObject({ code: '23P01' })
  })

  it('does not rewrite days that are gone, nor take days in the wrong order', async () => {
    expect(problemsOf(await move('PROT', { desde: addDays(today(), -1) })).desde).toMatch(/dias passados/)
    expect(problemsOf(await move('PROT', { ate: addDays(today(), -1) })).ate).toMatch(/antes do primeiro/)
    expect(problemsOf(await move('PROT', { desde: '' })).desde).toMatch(/Informe/)
  })

  it('R7 carries permissions that extend to sub-units with it, at once', async () => {
    await aGrant(house, 'carla', { profile: 'Básico', unit: 'ASSES', extendsToSubunits: true })
    const carla = await house.signIn('carla')
    expect(await opens(carla, at.prot)).toBe(false)
    await move('PROT', { superior: 'ASSES' })
    expect(await opens(carla, at.prot)).toBe(true)
    await move('PROT', { superior: 'GS' })
    expect(await opens(carla, at.prot)).toBe(false)
  })

  it('R7 outside of it nobody can enter a unit, until it has a place again', async () => {
    const marina = await house.signIn('marina')
    const path = `/unidades/${await unitId('PROT')}/hierarquia/retirada`
    expect(await opens(marina, at.prot)).toBe(true)
    const page = await local.send(await local.open(admin(path)), formTo(path))
    expect(page.text).toContain('retirada da hierarquia')
    expect(await opens(marina, at.prot)).toBe(false)
    expect((await local.open(admin('/unidades?q=prot'))).text).toContain('Fora da hierarquia')
    await move('PROT', { superior: 'GS' })
    expect(await opens(marina, at.prot)).toBe(true)
  })
})
