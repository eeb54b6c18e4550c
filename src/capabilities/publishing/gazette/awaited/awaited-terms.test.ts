import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actorOf, openForCommands } from '../../../../../test/support/builders-cases.ts'
import { aGazetteToSendTo, anAct, monday, publish, step } from '../../../../../test/support/builders-publishing.ts'
import { openTestHouse, type TestHouse } from '../../../../../test/support/house.ts'
import type { Person } from '../../../../../test/support/person.ts'
import { at } from '../../../../../test/support/world.ts'
import { localDate } from '../../../../platform/calendar/index.ts'

let house: TestHouse
let marina: Person
let cabinet: Person
let ours: string
let central: string
let digits: string
let caseId: string
beforeAll(async () => {
  house = await openTestHouse()
  ;({ ours, central, digits, caseId } = await aGazetteToSendTo(house))
  await itIs(monday)
})
afterAll(() => house.close())

async function itIs(moment: Date): Promise<void> {
  house.setClock(moment)
  marina = await house.signIn('marina')
  cabinet = await house.signIn('secretaria')
}

const where = (number: string, part = '', unit: string = at.prot) =>
  `/em/${unit}/documentos/${number}/publicacao${part}`

async function matter(vehicle = ours): Promise<string> {
  const number = await anAct(house, digits)
  await publish(house, number, vehicle, undefined)
  return number
}

describe('R6 what was approved', () => {
  it('changes no more, nor by a form that was open; is not sent once it is for some alone; is scheduled at any hour', async () => {
    const number = await matter()
    const open = await marina.open(where(number))
    await step(house, number, { step: 'approved' })
    const late = await marina.send(open, 'form[action$="/alteracao"]', { resumo: 'Outro resumo.' })
    expect([late.status, late.text.includes('A matéria já foi aprovada')]).toEqual([422, true])
    await house.db`update cases.case_file set effective_level = 'confidential' where id = ${caseId}`
    // Who holds a credential and has opened it still sees it.
    const { userId, unitId } = await actorOf(house, 'marina', at.prot)
    await house.db`insert into cases.credential (case_file_id, account_id, unit_id, granted_by, granted_unit_id, granted_at)
      values (${caseId}, ${userId}, ${unitId}, ${userId}, ${unitId}, ${monday})`
    await openForCommands(house, 'marina', at.prot, caseId)
    const hidden = await step(house, number, { step: 'sent' })
    await house.db`update cases.case_file set effective_level = 'public' where id = ${caseId}`
    expect(hidden).toEqual({ done: false, refusals: [{ kind: 'not-public' }] })
    await step(house, number, { step: 'sent' })
    await itIs(new Date('2026-11-23T18:00:00-03:00'))
    const scheduled = await step(house, number, { step: 'scheduled', on: localDate('2026-11-24') })
    expect(scheduled?.done).toBe(true)
    await itIs(new Date('2026-11-24T09:00:00-03:00'))
    const gazette = { gazette: '', edition: '15.200', section: '', page: '', date: undefined, link: '' }
    const [early, first, twice] = [
      await step(house, number, { step: 'published', on: localDate('2026-11-20'), gazette }),
      ...(await Promise.all(
        [1, 2].map(() => step(house, number, { step: 'published', on: localDate('2026-11-24'), gazette })),
      )),
    ]
    expect(early).toEqual({ done: false, refusals: [{ kind: 'before-signing' }] })
    expect([first?.done, twice?.done].filter(Boolean)).toHaveLength(1)
    const hiddenInputs = (await marina.open(where(number))).document.querySelectorAll<HTMLInputElement>(
      'form[action$="/alteracao"] input[type=hidden]',
    )
    const keys = Object.fromEntries([...hiddenInputs].map(({ name, value }) => [name, value]))
    const stale = await marina.post(where(number, '/alteracao'), { ...keys, resumo: 'Outro resumo.' })
    expect([stale.status, stale.text.includes('O documento já saiu')]).toEqual([422, true])
    expect((await marina.open(where(number))).text).toContain('edição 15.200')
    await itIs(monday)
  })
})

describe('R18 a deadline that was asked for', () => {
  const ask = async (number: string, fields: Record<string, string>) =>
    marina.send(await marina.open(where(number)), '#pedir-prazo', fields)
  const set = () => house.db<{ due: string; text: string; unit: string }[]>`
    select d.due_on::text as due, d.text, u.acronym as unit from deadlines.deadline d
      join organization.unit u on u.id = d.unit_id where d.case_file_id = ${caseId} order by d.id`

  it('is set for its unit when the gazette has come out, counted as the law says, and by nobody before', async () => {
    const number = await matter(central)
    expect((await ask(number, { prazo_dias: '5', prazo_texto: '' })).status).toBe(422)
    expect((await ask(number, { prazo_dias: 'cinco', prazo_texto: 'Recurso' })).status).toBe(422)
    await ask(number, { prazo_dias: '9', prazo_contagem: 'uteis', prazo_texto: 'Recurso' })
    const asked = await ask(number, { prazo_dias: '5', prazo_contagem: 'corridos-exatos', prazo_texto: 'Recurso' })
    expect(asked.text).toContain('Prazo salvo')
    const by = { by: 'secretaria', unit: at.gs } as const
    await step(house, number, { step: 'approved' }, by)
    await step(house, number, { step: 'sent' }, by)
    expect(await set()).toEqual([])
    await itIs(new Date('2026-11-27T18:00:00-03:00'))
    await step(house, number, { step: 'published', on: localDate('2026-11-27') }, by)
    // Friday: days count from Monday the 30th on, which is the first.
    expect(await set()).toEqual([{ due: '2026-12-04', text: 'Recurso', unit: 'PROT' }])
    expect((await marina.open(where(number))).text).toContain('até 04/12/2026')
    expect((await cabinet.open(where(number, '', at.gs))).text).not.toContain('Recurso')
    await itIs(monday)
  })

  it('is not set for what was given back, nor kept when it is taken back; what cannot be set is told to its unit', async () => {
    const before = (await set()).length
    const [given, taken, past] = [await matter(), await matter(), await matter()]
    for (const number of [given, taken, past]) {
      await ask(number, { prazo_dias: '1', prazo_texto: 'Resposta' })
      await step(house, number, { step: 'approved' })
      await step(house, number, { step: 'sent' })
    }
    await ask(taken, { prazo_dias: '' })
    await step(house, given, { step: 'rejected', reason: 'Fora do padrão.' })
    await itIs(new Date('2026-12-10T09:00:00-03:00'))
    for (const number of [taken, past]) await step(house, number, { step: 'published', on: localDate('2026-11-24') })
    expect(await set()).toHaveLength(before)
    expect((await marina.open(where(taken))).text).not.toContain('não foi marcado')
    expect((await marina.open(where(past))).text).toContain('não foi marcado: O prazo já teria vencido')
    await itIs(monday)
  })
})
