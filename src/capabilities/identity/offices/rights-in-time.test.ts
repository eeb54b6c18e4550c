import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPerson } from '../../../../test/support/builders-admin.ts'
import { actorOf } from '../../../../test/support/builders-cases.ts'
import { permissionsOn } from '../../../../test/support/builders-offices.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import { at } from '../../../../test/support/world.ts'
import { addDays, type LocalDate, localDate } from '../../../platform/calendar/index.ts'
import { appointHolder, endTenure } from './hold-office.ts'
import { findOffice, openOffice } from './keep-offices.ts'
import { appointSubstitute, endSubstitution } from './substitute.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

describe('in any order of appointing, ending and leaving', () => {
  it('R12 nobody has, on any day, a right by substitution that no act of that day gives', async () => {
    const admins = await actorOf(house, 'admin', at.gs)
    const reach = { agencyId: admins.agencyId }
    let run = 0
    const step = fc.record({
      skip: fc.integer({ min: 0, max: 3 }),
      deed: fc.constantFrom('appoint', 'appoint', 'end', 'leave'),
      from: fc.integer({ min: -1, max: 4 }),
      length: fc.integer({ min: 0, max: 5 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 9 }), async (steps) => {
        run += 1
        const substituteId = await aPerson(house, { login: `acaso${run}` })
        const start = localDate('2030-01-01')
        const opened = await openOffice(
          house.db,
          admins,
          { unitId: admins.unitId, unit: 'GS', title: `Cargo ${run}` },
          noon(start),
        )
        if (!opened.done) throw new Error('no office')
        const id = opened.value.id
        const holder = { id: admins.userId, name: admins.name }
        await appointHolder(
          house.db,
          admins,
          { id },
          { holder, act: 'Decreto', from: start, until: undefined },
          noon(start),
        )
        // The model: days covered by acts, from their moment on; ending takes today and all that comes.
        let acts: { from: LocalDate; until: LocalDate }[] = []
        let held = true
        let now = start
        for (const { skip, deed, from, length } of steps) {
          now = addDays(now, skip)
          const office = await findOffice(house.db, id, reach, noon(now))
          if (!office) throw new Error('no office')
          const current = office.substitutions.find(({ state }) => state !== 'over')
          if (deed === 'appoint') {
            const days = { from: addDays(now, from), until: addDays(now, from + length) }
            const fits = held && from >= 0 && !acts.some((one) => one.from <= days.until && days.from <= one.until)
            const request = {
              substitute: { id: substituteId, name: 'Acaso' },
              reason: 'leave',
              act: 'Portaria',
              style: 'substituto',
              profileId: undefined,
              ...days,
            } as const
            const outcome = await appointSubstitute(house.db, admins, reach, office, request, noon(now))
            expect(outcome?.done).toBe(fits)
            if (fits) acts.push(days)
          } else if (deed === 'end' && current) {
            await endSubstitution(house.db, admins, office, current, noon(now))
            acts = acts.flatMap((one) =>
              one.from === current.from && one.until === current.until ? cut(one, now) : [one],
            )
          } else if (deed === 'leave' && held) {
            const tenure = office.tenures[0]
            if (tenure) await endTenure(house.db, admins, office, tenure, noon(now))
            acts = acts.flatMap((one) => cut(one, now))
            held = false
          }
          for (let ahead = 0; ahead < 6; ahead++) {
            const day = addDays(now, ahead)
            const has = (await permissionsOn(house, `acaso${run}`, at.gs, day)).length > 0
            expect([day, has]).toEqual([day, acts.some((one) => one.from <= day && day <= one.until)])
          }
        }
      }),
      { numRuns: 12 },
    )
  })
})

function cut(one: { from: LocalDate; until: LocalDate }, today: LocalDate) {
  if (one.until < today) return [one]
  return one.from < today ? [{ ...one, until: addDays(today, -1) }] : []
}

function noon(day: LocalDate): Date {
  return new Date(`${day}T15:00:00Z`)
}
