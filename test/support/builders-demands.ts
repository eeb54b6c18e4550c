import { askExtension, askSectors, registerDemand } from '../../src/capabilities/demands/index.ts'
import { addDays, todayIn } from '../../src/platform/calendar/index.ts'
import { actorOf, done } from './builders-cases.ts'
import type { TestHouse } from './house.ts'
import { at } from './world.ts'

/** A demand that PROT follows in a case file by itself. Answers its id. */
export async function aDemand(house: TestHouse, digits: string): Promise<string> {
  const now = house.platform.clock()
  const today = todayIn(now)
  const actor = await actorOf(house, 'marina', at.prot)
  const data = {
    bodyClass: 'judiciary' as const,
    ...{
      body: '1ª Vara Cível de Natal',
      number: 'Mandado 0801234-56.2026',
      subject: 'Informações',
      legalBase: 'Lei nº 13.105/2015, art. 183',
    },
    ...{ receivedOn: today, responsibleId: actor.userId, caseNumber: digits, term: { due: addDays(today, 30) } },
  }
  return (await done(registerDemand(house.db, actor, data, now))).id
}

/** A demand that PROT follows in a case file, with two units asked and more time asked for. */
export async function furnishDemands(house: TestHouse, digits: string) {
  const now = house.platform.clock()
  const today = todayIn(now)
  const actor = await actorOf(house, 'marina', at.prot)
  const data = {
    bodyClass: 'judiciary' as const,
    body: '3ª Vara da Fazenda Pública de Natal',
    ...{ number: 'Mandado 0801234-56.2026', subject: 'Informações em mandado de segurança' },
    ...{ legalBase: 'Lei nº 12.016/2009, art. 7º, I', receivedOn: today, responsibleId: actor.userId },
    caseNumber: digits,
  }
  const { id } = await done(registerDemand(house.db, actor, { ...data, term: { due: addDays(today, 30) } }, now))
  const request = 'Fatos e fundamentos'
  await done(askSectors(house.db, actor, { id, units: ['ASSES', 'COFIC'], daysBefore: 2, request }, now))
  await done(askExtension(house.db, actor, { id, until: addDays(today, 40), reason: 'Volume dos autos' }, now))
  const other = { bodyClass: 'prosecution' as const, body: 'Ministério Público', number: '', caseNumber: undefined }
  await done(registerDemand(house.db, actor, { ...data, ...other, term: { due: addDays(today, 2) } }, now))
  return { demand: id }
}
