import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { aCentralAdministrator, admin, formTo, idOf, problemsOf } from '../../../../test/support/builders-admin.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Person } from '../../../../test/support/person.ts'
import { localDate } from '../../../platform/calendar/index.ts'
import { holidaysOf } from './keep-holidays.ts'

let house: TestHouse
let local: Person
let central: Person
let set: string
let rj: string
beforeAll(async () => {
  house = await openTestHouse()
  local = await house.signIn('admin')
  central = await aCentralAdministrator(house)
  set = await idOf(house, 'organization.agency', 'acronym', 'SET/RN')
  rj = await idOf(house, 'organization.agency', 'acronym', 'SEPLAG/RJ')
})
afterAll(() => house.close())

const add = async (person: Person, fields: Record<string, string>, year = '2027') =>
  person.send(await person.open(admin(`/feriados?ano=${year}`)), formTo('/feriados'), fields)
const daysOf = async (agency: string, year = 2027) =>
  (await holidaysOf(house.db, agency, localDate(`${year}-01-01`), localDate(`${year}-12-31`))).map(({ date }) => date)

describe('the holidays of an agency', () => {
  it('R5 are its own and those of all, once each', async () => {
    const page = await add(local, { dia: '2027-11-21', nome: 'Nossa Senhora da Apresentação' })
    expect(page.text).toContain('21 de novembro de 2027: acrescentado ao calendário.')
    expect(page.url).toContain('ano=2027')
    expect(await daysOf(set)).toEqual(['2027-11-21'])
    expect(await daysOf(rj)).toEqual([])
    const again = await add(local, { dia: '2027-11-21', nome: 'Outra vez' })
    expect(problemsOf(again).dia).toMatch(/já está no calendário/)
    const all = { agencyId: null, onDate: '2027-11-21' }
    const write = () => house.db`insert into organization.holiday (agency_id, on_date, name)
      values (${all.agencyId}, ${all.onDate}, 'De todos')`
    await write()
    await expect(write()).rejects.toMatchObject({ code: '23505' })
    await house.db`delete from organization.holiday where agency_id is null`
  })

  test.each([
    [{ dia: '', nome: 'Sem dia' }, 'dia', /Informe o dia/],
    [{ dia: '2027-02-29', nome: 'Não existe' }, 'dia', /Informe o dia/],
    [{ dia: '2027-03-01', nome: '' }, 'nome', /Informe o nome/],
    [{ dia: '2027-03-01', nome: 'x'.repeat(121) }, 'nome', /mais de 120/],
    [{ dia: '2027-03-01', nome: 'Y', especie: 'outra' }, 'especie', /Escolha a espécie/],
  ])('typed as %j is refused beside %s', async (fields, field, message) => {
    const page = await add(local, fields)
    expect(page.status).toBe(422)
    expect(problemsOf(page)[field]).toMatch(message)
  })

  it('are added from the national ones that are missing, optional days only if wanted', async () => {
    const page = await local.open(admin('/feriados?ano=2028'))
    expect(page.text).toContain('Dias nacionais de 2028 que faltam')
    const done = await local.send(page, formTo('/feriados/nacionais'))
    expect(done.text).toContain('10 dias nacionais acrescentados.')
    expect(await daysOf(set, 2028)).toContain('2028-11-20')
    expect(await daysOf(set, 2028)).not.toContain('2028-02-29')
    const rest = await local.send(await local.open(admin('/feriados?ano=2028')), formTo('/feriados/nacionais'), {
      dias: '2028-02-29',
    })
    expect(rest.text).toContain('1 dia nacional acrescentado.')
    expect(rest.text).toContain('Ponto facultativo')
  })

  it('of all agencies are kept only by who administrates all', async () => {
    await add(local, { dia: '2027-08-01', nome: 'Só daqui', todos: 'sim' })
    expect(await daysOf(rj)).toEqual([])
    await add(central, { dia: '2027-08-02', nome: 'De todos', todos: 'sim' })
    expect(await daysOf(rj)).toEqual(['2027-08-02'])
    const id = await idOf(house, 'organization.holiday', 'name', 'De todos')
    expect((await local.open(admin(`/feriados/${id}/exclusao`))).status).toBe(404)
    const gone = await central.send(
      await central.open(admin(`/feriados/${id}/exclusao`)),
      formTo(`/feriados/${id}/exclusao`),
    )
    expect(gone.text).toContain('excluído do calendário')
    expect(await daysOf(rj)).toEqual([])
  })

  it('R4 of another agency do not exist for an administrator of one', async () => {
    await add(central, { dia: '2027-04-23', nome: 'São Jorge', orgao: rj })
    const id = await idOf(house, 'organization.holiday', 'name', 'São Jorge')
    expect((await local.open(admin(`/feriados?orgao=${rj}`))).status).toBe(404)
    expect((await local.open(admin(`/feriados/${id}/exclusao`))).status).toBe(404)
    const form = await local.open(admin('/feriados?ano=2027'))
    const taken = await local.send(form, formTo('/feriados'), { orgao: rj, dia: '2027-05-05', nome: 'Alheio' })
    expect(taken.status).toBe(404)
    expect(await daysOf(rj)).toEqual(['2027-04-23'])
  })
})
