import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCaseFile, confirmPasswordFor, eventsOf, formOf } from '../../../../../test/support/builders-cases.ts'
import { openTestHouse, type TestHouse } from '../../../../../test/support/house.ts'
import type { Person } from '../../../../../test/support/person.ts'
import { at, password } from '../../../../../test/support/world.ts'

let house: TestHouse
let sonia: Person
let alice: Person
beforeAll(async () => {
  house = await openTestHouse()
  sonia = await house.signIn('secretaria')
  alice = await house.signIn('acervo')
})
afterAll(() => house.close())

const register = `/em/${at.gs}/acervo-de-sigilosos`
const ofCase = (digits: string) => `/em/${at.gs}/processos/${digits}`
const confidential = () => aCaseFile(house, { by: 'secretaria', unit: at.gs, level: 'confidential' })

const openRegister = async (person: Person, query = '') => {
  const page = await person.open(`${register}${query}`)
  return page.document.querySelector('input[name=senha]')
    ? person.send(page, formOf('senha'), { senha: password }).then(() => person.open(`${register}${query}`))
    : page
}

describe('the register of confidential case files of the unit', () => {
  it('R10 E2E-07 PRO-089 is for who has the permission, behind the password, and opens nothing', async () => {
    const { digits, number } = await confidential()
    expect((await sonia.open(register)).status).toBe(404)
    const asked = await alice.open(register)
    expect(asked.text).not.toContain(number)
    expect((await alice.open(`${register}/planilha`)).text).not.toContain(number)
    expect((await alice.send(asked, formOf('senha'), { senha: 'outra' })).errors.join()).toContain('não confere')
    const page = await openRegister(alice, '?situacao=ativas')
    expect(page.text).toContain(number)
    expect(page.text).not.toContain('Pedido de restituição')
    expect((await alice.open(ofCase(digits))).status).toBe(404)
    const csv = await alice.open(`${register}/planilha?situacao=ativas`)
    expect(csv.text).toContain(`${number};`)
    expect(csv.text).toContain('Ativa')
    house.passTime(31 * 60_000)
    expect((await alice.open(register)).text).not.toContain(number)
    house.setClock(new Date())
  })

  it('PRO-091 a credential sleeps while its person may do nothing in the unit, and wakes when they may again', async () => {
    const { number } = await confidential()
    const states = async () => {
      const rows = [...(await openRegister(alice)).document.querySelectorAll('#credenciais-da-unidade tbody tr')]
      return rows
        .filter((tr) => tr.textContent?.includes(number))
        .map((tr) => tr.querySelectorAll('td')[4]?.textContent)
    }
    expect((await states()).join()).toContain('Ativa')
    await house.db`update identity.account set disabled_at = now() where login = 'secretaria'`
    expect((await states()).join()).toContain('Inativa')
    await house.db`update identity.account set disabled_at = null where login = 'secretaria'`
    expect((await states()).join()).toContain('Ativa')
  })

  it('PRO-089 cancels only inactive ones, and never the last trace of who could open it; activating opens it again', async () => {
    const { id, digits } = await confidential()
    const [row] = await house.db`select id from cases.credential where case_file_id = ${id}`
    await openRegister(alice)
    const cancel = () => postFrom(alice, `${register}/cancelamento`, { credencial: String(row?.id) })
    expect((await cancel()).text).toContain('A credencial está ativa')
    await house.db`update identity.account set disabled_at = now() where login = 'secretaria'`
    expect((await cancel()).text).toContain('Ninguém mais pode abrir este processo')
    const activation = await alice.open(`${register}/ativacao?processo=${id}`)
    const [ana] = await house.db`select id from identity.account where login = 'ana'`
    const activated = await alice.send(activation, '#ativacao', { pessoa: String(ana?.id) })
    expect(activated.text).toContain('credencial ativada para Ana Assessora')
    expect((await cancel()).text).toContain('cancelada')
    await house.db`update identity.account set disabled_at = null where login = 'secretaria'`
    expect(await eventsOf(house, id)).toEqual(expect.arrayContaining(['credential-activated', 'credential-cancelled']))
    const person = await house.signIn('ana')
    await confirmPasswordFor(person, at.gs, digits, password)
    expect((await person.open(ofCase(digits))).status).toBe(200)
    expect((await openRegister(alice, '?situacao=encerradas')).text).toContain('Encerrada')
  })
})

/** Posts as a page of the register would. */
async function postFrom(person: Person, url: string, fields: Record<string, string>) {
  const page = await person.open(register)
  const csrf = page.document.querySelector('input[name="_csrf"]')?.getAttribute('value') ?? ''
  return person.post(url, { _csrf: csrf, _chave: `teste-${Math.random()}`, ...fields })
}
